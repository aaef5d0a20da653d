import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { TextButton } from '../../ui/Button.tsx';
import type { Column } from '../../ui/Table.tsx';
import { Table } from '../../ui/Table.tsx';
import type { LinkEntry } from './consultation-links.ts';

interface Props {
  links: readonly LinkEntry[];
  onRevoke: (link: LinkEntry) => void;
}

export const LinkTable = ({ links, onRevoke }: Props) => (
  <Table caption={t('staff:links.list')} columns={columns(onRevoke)} rows={links} rowKey={({ id }) => id} />
);

const columns = (onRevoke: Props['onRevoke']): Column<LinkEntry>[] => [
  { heading: t('staff:links.kind'), cell: ({ role }) => t(`staff:links.${role}`) },
  { heading: t('staff:links.made'), cell: ({ createdAt }) => timeText(createdAt) },
  { heading: t('staff:links.until'), cell: ({ validUntil }) => timeText(validUntil) },
  {
    heading: t('staff:links.action'),
    cell: (link) =>
      link.revokedAt === null ? (
        <TextButton onClick={() => onRevoke(link)}>{t('staff:links.revoke')}</TextButton>
      ) : (
        t('staff:links.revoked')
      ),
  },
];
