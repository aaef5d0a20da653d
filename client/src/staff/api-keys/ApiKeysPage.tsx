import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { ApiKeyForm } from './ApiKeyForm.tsx';
import { ApiKeyTable } from './ApiKeyTable.tsx';
import type { ApiKey } from './api-keys.ts';
import { ApiKeys } from './api-keys.ts';

export function ApiKeysPage() {
  const keys = useMemo(() => new ApiKeys(), []);
  const toRevoke = useSignal<ApiKey | null>(null);
  useEffect(() => void keys.load(), []);
  const key = toRevoke.value;
  const close = () => (toRevoke.value = null);
  return (
    <>
      <p>{t('staff:apiKeys.intro')}</p>
      <Problem action={keys.action} />
      <ApiKeyForm keys={keys} />
      {keys.list.value?.length === 0 && <p>{t('staff:apiKeys.none')}</p>}
      {keys.list.value && keys.list.value.length > 0 && (
        <ApiKeyTable keys={keys.list.value} onRevoke={(chosen) => (toRevoke.value = chosen)} />
      )}
      {key && (
        <ConfirmDialog
          heading={t('staff:apiKeys.revokeQuestion', { name: key.name })}
          confirm={t('staff:apiKeys.revoke')}
          warning
          busy={keys.action.busy.value}
          onConfirm={() => void keys.revoke(key).then(close)}
          onCancel={close}
        >
          <p>{t('staff:apiKeys.revokeText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
