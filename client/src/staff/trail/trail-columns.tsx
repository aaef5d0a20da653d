import { t } from '../../i18n/index.ts';
import { exactTimeText } from '../../i18n/time-text.ts';
import { TextButton } from '../../ui/Button.tsx';
import type { Column } from '../../ui/Table.tsx';
import { actionText } from './action-text.ts';
import { reasonText } from './reason-text.ts';
import type { TrailEntry } from './trail.ts';

/** The first block of an id: enough to see that two lines belong together. */
const short = (id: string): string => id.slice(0, 8);

/** @param onlyThis shows one consultation alone; null where that is so already */
export const trailColumns = (onlyThis: ((consultationId: string) => void) | null): Column<TrailEntry>[] => [
  { heading: t('staff:trail.at'), cell: ({ at }) => exactTimeText(at) },
  { heading: t('staff:trail.actor'), cell: ({ actor }) => actor.name ?? t(`staff:trail.kind.${actor.kind}`) },
  {
    heading: t('staff:trail.action'),
    cell: ({ action, actor, visitName, reason }) => (
      <>
        {actionText(action)}
        {visitName !== null && visitName !== actor.name && `: ${visitName}`}
        {reason !== null && <span class="fd-trail__reason"> ({reasonText(action, reason)})</span>}
      </>
    ),
  },
  { heading: t('staff:trail.link'), cell: ({ linkId }) => linkId && short(linkId) },
  {
    heading: t('staff:trail.consultation'),
    cell: ({ consultationId }) => {
      if (consultationId === null || onlyThis === null) return consultationId && short(consultationId);
      return (
        <TextButton
          onClick={() => onlyThis(consultationId)}
          label={t('staff:trail.onlyLabel', { id: short(consultationId) })}
        >
          {short(consultationId)}
        </TextButton>
      );
    },
  },
];
