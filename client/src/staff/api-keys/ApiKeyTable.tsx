import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { TextButton } from '../../ui/Button.tsx';
import type { Column } from '../../ui/Table.tsx';
import { Table } from '../../ui/Table.tsx';
import type { ApiKey } from './api-keys.ts';

interface Props {
  keys: readonly ApiKey[];
  onRevoke: (key: ApiKey) => void;
}

export const ApiKeyTable = ({ keys, onRevoke }: Props) => (
  <Table caption={t('staff:apiKeys.list')} columns={columns(onRevoke)} rows={keys} rowKey={({ id }) => id} />
);

const columns = (onRevoke: Props['onRevoke']): Column<ApiKey>[] => [
  { heading: t('staff:apiKeys.columnName'), cell: ({ name }) => <strong>{name}</strong> },
  { heading: t('staff:apiKeys.columnMade'), cell: ({ createdAt }) => timeText(createdAt) },
  {
    heading: t('staff:apiKeys.action'),
    cell: (key) =>
      key.revokedAt === null ? (
        <TextButton onClick={() => onRevoke(key)} label={t('staff:apiKeys.revokeLabel', { name: key.name })}>
          {t('staff:apiKeys.revoke')}
        </TextButton>
      ) : (
        t('staff:apiKeys.revoked', { at: timeText(key.revokedAt) })
      ),
  },
];
