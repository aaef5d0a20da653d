import { setTimeout as pause } from 'node:timers/promises';
import { isAway } from '../db/away.ts';
import type { Pulse } from '../db/pulse.ts';
import type { Log } from '../ops/logger.ts';

/** How long to wait before something is tried once more, ms. */
const tryAgainAfter = 1_000;

/**
 * What has happened and must stand in the database, though it is away: that somebody's connection was lost, that
 * somebody joined. It is written as soon as it can be, in the order in which it happened. Each piece must bear to be
 * written twice: of the first time perhaps only the answer was lost.
 */
export class Unwritten {
  readonly #pulse: Pulse;
  readonly #log: Log;
  readonly #waiting: Array<() => Promise<unknown>> = [];
  #isWorking = false;
  #isClosed = false;

  constructor(pulse: Pulse, log: Log) {
    this.#pulse = pulse;
    this.#log = log;
  }

  /**
   * Writes now, or later when the database is away; resolves with whether it is written already. What the rules refuse
   * is thrown if it is refused at once, and of no interest any more later.
   */
  async write(work: () => Promise<unknown>): Promise<boolean> {
    if (this.#waiting.length === 0 && !this.#pulse.isAway) {
      try {
        await work();
        return true;
      } catch (error) {
        if (!isAway(error)) throw error;
      }
    }
    this.#waiting.push(work);
    void this.#workOff();
    return false;
  }

  /** The next start finds out by itself who is not connected. */
  close(): void {
    this.#isClosed = true;
  }

  async #workOff(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#waiting.length > 0 && !this.#isClosed) {
      if (!(await this.#writeNext())) await pause(tryAgainAfter, undefined, { ref: false });
    }
    this.#isWorking = false;
  }

  async #writeNext(): Promise<boolean> {
    if (this.#pulse.isAway) return false;
    try {
      await this.#waiting[0]!();
    } catch (err) {
      if (isAway(err)) return false;
      this.#log.debug({ err }, 'what was to be made good is of no interest any more');
    }
    this.#waiting.shift();
    return true;
  }
}
