import type { QueueView } from '@front-door/shared/protocol/views.ts';
import { durationText } from '../../i18n/duration-text.ts';
import { t } from '../../i18n/index.ts';

const minute = 60_000;

/** "You are next"; null where it is not to be told. */
export function placeText(queue: QueueView | null): string | null {
  if (queue === null || queue.place === null) return null;
  return queue.place <= 1 ? t('patient:queue.next') : t('patient:queue.before', { count: queue.place - 1 });
}

/** "You may wait about 10 minutes"; nobody knows it better than that. */
export function waitText(queue: QueueView | null): string | null {
  if (queue === null || queue.wait === null) return null;
  if (queue.wait === 0) return t('patient:queue.soon');
  if (queue.wait >= 60) return t('patient:queue.waitLong');
  return t('patient:queue.wait', { time: durationText(queue.wait * minute) });
}

/** "This clinic runs 20 minutes late". */
export function lateText(queue: QueueView | null): string | null {
  if (queue === null || queue.late === null) return null;
  return t('patient:queue.late', { time: durationText(queue.late * minute) });
}

/** All of it as it is read out. */
export const queueText = (queue: QueueView): string =>
  [placeText(queue), waitText(queue), lateText(queue)].filter((text) => text !== null).join('. ');
