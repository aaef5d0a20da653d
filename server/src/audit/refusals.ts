import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Db } from '../db/client.ts';
import { record, type TrailEntry } from './trail.ts';

/** Lines in a minute about what names nothing of ours: guessing from ten thousand addresses must not fill the disk. */
const mostPerMinute = 300;

/** The trail's lines about strangers who were refused. What touches a practice, a visit or a link is always written. */
export class Refusals {
  readonly #db: Db;
  readonly #nameless = new RateLimiterMemory({ points: mostPerMinute, duration: 60 });

  constructor(db: Db) {
    this.#db = db;
  }

  async record(entry: TrailEntry): Promise<void> {
    if (isNameless(entry) && !(await this.#isWritten())) return;
    await record(this.#db, entry);
  }

  #isWritten(): Promise<boolean> {
    return this.#nameless.consume('all').then(
      () => true,
      () => false,
    );
  }
}

const isNameless = ({ practiceId, consultationId, visitId, linkId, actor }: TrailEntry): boolean =>
  [practiceId, consultationId, visitId, linkId, 'linkId' in actor ? actor.linkId : null].every(
    (id) => id === null || id === undefined,
  );
