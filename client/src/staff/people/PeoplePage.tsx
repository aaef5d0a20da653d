import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { AccountTable } from './AccountTable.tsx';
import type { Account } from './accounts.ts';
import { Accounts } from './accounts.ts';
import { InvitationForm } from './InvitationForm.tsx';

/** Who works here: accounts, and links by which to make one. */
export function PeoplePage({ staff }: { staff: StaffView }) {
  const accounts = useMemo(() => new Accounts(), []);
  const toDisable = useSignal<Account | null>(null);
  useEffect(() => void accounts.load(), []);
  const account = toDisable.value;
  const close = () => (toDisable.value = null);
  return (
    <>
      <Problem action={accounts.action} />
      {accounts.list.value ? (
        <AccountTable accounts={accounts.list.value} me={staff.id} onDisable={(chosen) => (toDisable.value = chosen)} />
      ) : (
        accounts.action.busy.value && <p>{t('staff:frame.loading')}</p>
      )}
      <InvitationForm />
      {account && (
        <ConfirmDialog
          heading={t('staff:people.disableQuestion', { name: account.name })}
          confirm={t('staff:people.disable')}
          warning
          busy={accounts.action.busy.value}
          onConfirm={() => void accounts.disable(account).then(close)}
          onCancel={close}
        >
          <p>{t('staff:people.disableText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
