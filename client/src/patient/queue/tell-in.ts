import type { QueueView } from '@front-door/shared/protocol/views.ts';

/** What was last said of the queue, and when. */
export interface Told {
  queue: QueueView;
  /** ms since the epoch. */
  at: number;
}

/** Between two times that a screen reader is made to speak of the queue, ms. */
const quietFor = 60_000;
/** A wait that changes by less is the same to whoever waits, minutes. */
const noticeable = 10;
const long = 60;

/**
 * In how many ms to say how the queue stands: 0 for at once, null for not at all. Being next is said at once; any
 * other change only when it is one that somebody would notice, and once a minute at most.
 */
export function tellIn(told: Told | null, now: QueueView, at: number): number | null {
  if (told === null) return isTelling(now) ? 0 : null;
  const before = told.queue;
  if (now.place === 1 && before.place !== 1) return 0;
  const changed = now.place !== before.place || now.late !== before.late || hasNewWait(before.wait, now.wait);
  return changed && isTelling(now) ? Math.max(0, told.at + quietFor - at) : null;
}

const isTelling = ({ place, wait, late }: QueueView): boolean => place !== null || wait !== null || late !== null;

function hasNewWait(before: number | null, now: number | null): boolean {
  if (now === null || now === before) return false;
  if (before === null || before === 0 || now === 0) return true;
  return !(before >= long && now >= long) && Math.abs(now - before) >= noticeable;
}
