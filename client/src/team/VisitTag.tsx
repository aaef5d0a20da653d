import type { PersonView } from '@front-door/shared/protocol/views.ts';
import type { VisitPhase } from '@front-door/shared/domain/visit.ts';
import { t } from '../i18n/index.ts';
import type { TagColour } from './Tag.tsx';
import { Tag } from './Tag.tsx';

const colours: Record<VisitPhase | 'dropped', TagColour> = {
  arrived: 'grey',
  waiting: 'yellow',
  admitted: 'blue',
  in_call: 'green',
  held: 'blue',
  dropped: 'orange',
  left: 'grey',
  removed: 'red',
  ended: 'grey',
};

/** Where somebody is in their visit. Who lost the connection is dropped, whatever they were doing. */
export function VisitTag({ person }: { person: Pick<PersonView, 'phase' | 'droppedAt'> }) {
  const status = person.droppedAt === null ? person.phase : 'dropped';
  return <Tag colour={colours[status]}>{t(`team:status.${status}`)}</Tag>;
}
