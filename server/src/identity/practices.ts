import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { eq } from 'drizzle-orm';
import { record, type Actor } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { practices } from '../db/schema.ts';
import { AppError } from '../errors.ts';

type Practice = HttpReply<'practice.read'>;

const settings = {
  name: practices.name,
  phone: practices.phone,
  agreement: practices.agreement,
  timeZone: practices.timeZone,
  showsPlace: practices.showsPlace,
  showsWait: practices.showsWait,
  placeKeptMinutes: practices.placeKeptMinutes,
  repliesAllowed: practices.repliesAllowed,
  afterText: practices.afterText,
  afterLink: practices.afterLink,
  feedbackWanted: practices.feedbackWanted,
};

/** What an admin decides about a practice: what patients are told and agree to, and how waiting works. */
export class Practices {
  readonly #db: Db;
  readonly #now: () => number;

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  async read(practiceId: string): Promise<Practice> {
    const [practice] = await this.#db.select(settings).from(practices).where(eq(practices.id, practiceId));
    if (practice === undefined) throw new AppError('not_found');
    return practice;
  }

  /** Patients who wait already have agreed to the text that they were shown. */
  change(practiceId: string, practice: Practice, actor: Actor): Promise<void> {
    return this.#db.transaction(async (tx) => {
      await tx.update(practices).set(practice).where(eq(practices.id, practiceId));
      await record(tx, { at: this.#now(), action: 'practice_changed', actor, practiceId });
    });
  }
}
