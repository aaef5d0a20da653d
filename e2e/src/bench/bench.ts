/** One sample of each case, by its name. */
type Samples<C extends string> = Record<C, number>;

/**
 * What is demanded of a case: that no sample is above a number, or the median not above so many times the floor's, the
 * peer's, or both. With `p95` also the 95th percentile not above so many times the floor's median: its own 95th
 * percentile would forgive us every bad moment of the machine that it had itself. Or that the median is not above so
 * many `times` our own median `of` another case.
 */
export type Target =
  | { atMost: number }
  | { timesFloor: number; p95?: number; timesPeer?: number }
  | { timesPeer: number }
  | { times: number; of: string };

export interface Case {
  unit: 'byte' | 'ms' | 'second' | 'count' | 'percent' | 'ratio';
  /** null where the number is only of interest. */
  target: Target | null;
}

/** Everybody who is measured. Each call measures once. */
export interface Contestants<C extends string> {
  ours: () => Promise<Samples<C>>;
  /** The bare minimum, with nothing of ours around it. */
  floor?: () => Promise<Partial<Samples<C>>>;
  /** Another real system. */
  peer?: () => Promise<Partial<Samples<C>>>;
}

/** Something to measure. The names of its cases stay as they are, so that runs can be compared over years. */
export interface Bench<C extends string> {
  cases: Record<C, Case>;
  /** How often each contestant is measured; one after the other in every round, so that a slow minute hits all. */
  rounds: number;
  /**
   * Whether the first round is thrown away: then everybody has had one, and nobody is measured while the browser and
   * the servers do for the first time what they do only once.
   */
  warmUp?: boolean;
  /** Sets everything up. `versions` are those of what the numbers depend on. */
  prepare: () => Promise<{
    contestants: Contestants<C>;
    versions: Record<string, string>;
    close: () => Promise<void>;
  }>;
}
