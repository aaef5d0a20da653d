/** From how long without a packet on nothing is said to come, ms: longer than a hiccup, shorter than people's patience. */
export const silentAfter = 4_000;

/** Tells of each stream whether anything still arrives on it, by its count of packets. */
export class Arrivals {
  readonly #last = new Map<string, { packets: number; at: number }>();

  /**
   * Notes how many packets of a stream have come by `now`, ms; a stream of which nothing is to be expected begins anew.
   * @returns false once nothing has come for {@link silentAfter}
   */
  note(id: string, packets: number, isExpected: boolean, now: number): boolean {
    const last = this.#last.get(id);
    if (last === undefined || !isExpected || packets !== last.packets) {
      this.#last.set(id, { packets, at: now });
      return true;
    }
    return now - last.at < silentAfter;
  }

  forget(id: string): void {
    this.#last.delete(id);
  }
}
