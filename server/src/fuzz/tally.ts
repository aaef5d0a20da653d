/** Counts what was sent and what came of it. */
export class Tally {
  readonly outcomes = new Map<string, number>();
  /** By request of either contract, how often it was accepted. */
  readonly accepted = new Map<string, number>();
  messages = 0;
  /** How often the server said that the database did not answer in time. */
  slowMoments = 0;
  /** Sequences that were broken off for the same reason. */
  brokenOff = 0;

  count(way: 'socket' | 'http' | 'coming', name: string, outcome: string): void {
    this.messages += 1;
    add(this.outcomes, `${way} ${outcome}`);
    if (outcome === 'accepted') add(this.accepted, name);
  }
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
