/**
 * When it is somebody's turn, in ms since the epoch: the queue goes by this, smallest first. An appointment keeps its
 * time for whoever is there by then; whoever comes later, or without one, goes by when they really came.
 */
export const turnOf = (placeSince: number, expectedAt: number | null): number => Math.max(placeSince, expectedAt ?? 0);

/** Calls that were had lately, and those under way: what a wait is reckoned from. */
export interface Pace {
  /** How long each of the clinic's last calls took, ms. */
  durations: readonly number[];
  /** For how long each of the calls under way has gone on, ms. */
  underWay: readonly number[];
}

/** Fewer calls than these say nothing about the next one. */
export const fewestDurations = 3;
const roundedTo = 5;

/**
 * How long somebody with so many people before them may have to wait, in minutes, rounded up to five; null where too
 * little is known. As many people are seen side by side as there are calls now, each for as long as was usual.
 */
export function expectedWait(before: number, { durations, underWay }: Pace): number | null {
  if (durations.length < fewestDurations) return null;
  const usual = median(durations);
  const freeIn = underWay.length === 0 ? [0] : underWay.map((elapsed) => Math.max(0, usual - elapsed));
  for (let person = 0; person < before; person += 1) {
    const first = freeIn.indexOf(Math.min(...freeIn));
    freeIn[first] = freeIn[first]! + usual;
  }
  return Math.ceil(Math.min(...freeIn) / 60_000 / roundedTo) * roundedTo;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
