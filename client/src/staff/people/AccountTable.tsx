import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { TextButton } from '../../ui/Button.tsx';
import type { Column } from '../../ui/Table.tsx';
import { Table } from '../../ui/Table.tsx';
import { rolesText } from '../roles-text.ts';
import type { Account } from './accounts.ts';

interface Props {
  accounts: readonly Account[];
  /** The id of the signed-in account, which cannot shut itself. */
  me: string;
  onDisable: (account: Account) => void;
}

export const AccountTable = ({ accounts, ...rest }: Props) => (
  <Table caption={t('staff:people.list')} columns={columns(rest)} rows={accounts} rowKey={({ id }) => id} />
);

const columns = ({ me, onDisable }: Omit<Props, 'accounts'>): Column<Account>[] => [
  { heading: t('staff:people.name'), cell: ({ name }) => <strong>{name}</strong> },
  { heading: t('staff:people.email'), cell: ({ email }) => <span class="fd-email">{email}</span> },
  { heading: t('staff:people.roles'), cell: ({ roles }) => rolesText(roles) },
  {
    heading: t('staff:people.action'),
    cell: (account) => {
      if (account.disabledAt !== null) return t('staff:people.disabled', { at: timeText(account.disabledAt) });
      if (account.id === me) return t('staff:people.you');
      return (
        <TextButton onClick={() => onDisable(account)} label={t('staff:people.disableLabel', { name: account.name })}>
          {t('staff:people.disable')}
        </TextButton>
      );
    },
  },
];
