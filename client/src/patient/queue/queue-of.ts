import type { QueueView } from '@front-door/shared/protocol/views.ts';
import type { VisitConnection } from '../../net/connection.ts';

/** How the person's clinic's queue stands; null without one, and before it was told. */
export const queueOf = ({ view, queue }: VisitConnection): QueueView | null =>
  view.value?.clinic ? queue.value : null;
