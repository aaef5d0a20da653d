/**
 * When it is somebody's turn, in ms since the epoch: the queue goes by this, smallest first. An appointment keeps its
 * time for whoever is there by then; whoever comes later, or without one, goes by when they really came.
 */
export const turnOf = (placeSince: number, expectedAt: number | null): number => Math.max(placeSince, expectedAt ?? 0);

/** Whoever has fewer people before them is nearly there: to them each step forward matters. */
const nearlyThere = 20;

/**
 * For how long somebody with so many people before them may do without being told again how far they are, ms. Were each
 * step told to everybody at once, to see n people would take n times n messages, and wake n telephones each time.
 */
export const newsMayWait = (before: number): number => (before < nearlyThere ? 0 : 10_000);

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
 *
 * The pace is looked at once for a whole queue, however long it is: whoever is next goes to the call that ends first,
 * and since all take equally long from there on, that is each of them in turn, over and over.
 */
export function waitsAt({ durations, underWay }: Pace): (before: number) => number | null {
  if (durations.length < fewestDurations) return () => null;
  const usual = median(durations);
  const remaining = underWay.map((elapsed) => Math.max(0, usual - elapsed)).toSorted((a, b) => a - b);
  const freeIn = remaining.length === 0 ? [0] : remaining;
  return (before) => {
    const rounds = Math.floor(before / freeIn.length);
    const wait = freeIn[before % freeIn.length]! + rounds * usual;
    return Math.ceil(wait / 60_000 / roundedTo) * roundedTo;
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
