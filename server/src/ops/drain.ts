import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors.ts';

/** How often is looked whether all calls have ended, ms. */
const lookEvery = 250;
/** Seconds until somebody new tries again: by then the next server may be there. */
const tryAgainAfter = 10;

/** The end of a server that was asked to finish first what it is doing. */
export class Drain {
  #at: number | null = null;

  /** By when it ends, ms since the epoch; null as long as it is not asked to. */
  get at(): number | null {
    return this.#at;
  }

  /** Throws AppError `restarting`: nothing new begins any more. */
  readonly demandOpen = (): void => {
    if (this.#at !== null) throw new AppError('restarting', { retryAfter: tryAgainAfter });
  };

  /** Begins nothing new from now on; resolves when what there is has ended, and at the latest `at` that time. */
  async until(at: number, { isBusy, now }: { isBusy: () => boolean; now: () => number }): Promise<void> {
    this.#at = at;
    while (isBusy() && now() < at) await pause(lookEvery);
  }
}
