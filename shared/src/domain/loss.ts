/**
 * Counts as they stand at a moment, ms: of all packets sent so far, of those the other end says it misses, and of those
 * it asked for again, which it then misses no longer.
 */
interface Counts {
  at: number;
  sent: number;
  lost: number;
  resent: number;
}

/** Over how long losses are counted, ms: reports of them come up to five seconds apart. */
const window = 5_000;
/** What is asked for again is known at once: a network that has just become too narrow shows over so much, ms. */
const recently = 1_800;
/** Of fewer packets a share says nothing. */
const fewest = 25;

/** Tells the share of packets lost over the last seconds from counts that only grow. */
export class LossWindow {
  #counts: Counts[] = [];
  /** Until when reports may come of what is forgiven. */
  #forgivesUntil = -Infinity;

  /** Takes note of the counts, and gives the share, from 0 to 1; null while too little is known. */
  add(counts: Counts): number | null {
    const last = this.#counts.at(-1);
    // A stream that was opened anew counts anew.
    if (last !== undefined && counts.sent < last.sent) this.#counts = [];
    if (counts.at < this.#forgivesUntil) this.#counts = [];
    this.#counts.push(counts);
    while (this.#counts.length > 2 && counts.at - this.#counts[1]!.at >= window) this.#counts.shift();
    const first = this.#counts[0]!;
    const sent = counts.sent - first.sent;
    if (sent < fewest) return null;
    const missed = Math.max(0, counts.lost - first.lost, counts.resent - first.resent);
    return Math.min(1, Math.max(missed / sent, this.#askedForAgain(counts)));
  }

  /** Of what was sent recently, the share that was asked for again. */
  #askedForAgain({ at, sent, resent }: Counts): number {
    const before = this.#counts.findLast((counts) => at - counts.at >= recently);
    return before === undefined || sent - before.sent < fewest ? 0 : (resent - before.resent) / (sent - before.sent);
  }

  /** What was lost before `now`, ms, counts no longer, also when it is reported later. */
  forgive(now: number): void {
    this.#forgivesUntil = now + window + 1_000;
  }
}
