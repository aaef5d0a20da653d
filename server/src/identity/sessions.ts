import { and, desc, eq, inArray, isNull, lte, ne, notInArray } from 'drizzle-orm';
import { record } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { practices, staff, staffSessions } from '../db/schema.ts';
import { Together } from '../db/together.ts';
import { AppError } from '../errors.ts';
import { hashSecret, newSecret } from './secrets.ts';
import type { StaffMember } from './staff-member.ts';

/** Sessions of one account at a time; the oldest ends for the next. Nobody sits at so many screens in a day. */
const mostSessions = 50;
/** How long a session lasts, in ms, whatever is done in it: a long working day. */
export const sessionLasts = 12 * 3_600_000;
/** How long it lasts, in ms, once nothing is heard of it any more; an open page says something every few minutes. */
const idleFor = 3_600_000;
/** How old what was last heard may get, in ms, before it is written down anew. */
const grain = 60_000;

/** Who is signed in. A session is a random secret, held by the browser as a cookie and here as a hash. */
export class Sessions {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #open: ReturnType<typeof openTogether>;

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
    this.#open = openTogether(db);
  }

  /**
   * Signs an account in and returns the session's secret; `reason` goes into the trail.
   * Throws AppError `sign_in_failed` for an account that is shut.
   */
  open(staffId: string, reason?: string): Promise<string> {
    const secret = newSecret(32);
    const now = this.#now();
    return this.#db.transaction(async (tx) => {
      const [member] = await tx
        .select({ practiceId: staff.practiceId })
        .from(staff)
        .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)));
      if (member === undefined) throw new AppError('sign_in_failed');
      await tx.delete(staffSessions).where(lte(staffSessions.validUntil, now));
      const newest = tx
        .select({ secretHash: staffSessions.secretHash })
        .from(staffSessions)
        .where(eq(staffSessions.staffId, staffId))
        .orderBy(desc(staffSessions.createdAt))
        .limit(mostSessions - 1);
      await tx
        .delete(staffSessions)
        .where(and(eq(staffSessions.staffId, staffId), notInArray(staffSessions.secretHash, newest)));
      await tx
        .insert(staffSessions)
        .values({ secretHash: hashSecret(secret), staffId, createdAt: now, validUntil: now + idleFor });
      const actor = { kind: 'staff', id: staffId } as const;
      await record(tx, { at: now, action: 'signed_in', actor, practiceId: member.practiceId, reason: reason ?? null });
      return secret;
    });
  }

  /**
   * The account that is signed in by the secret; null when it is none, has run out or its account is shut. To be asked
   * for is to be in use.
   */
  async read(secret: string): Promise<StaffMember | null> {
    const now = this.#now();
    const found = await this.#open.find(hashSecret(secret));
    if (found === undefined || found.session.validUntil <= now) return null;
    const { session, ...member } = found;
    const validUntil = Math.min(now + idleFor, session.createdAt + sessionLasts);
    if (validUntil - session.validUntil >= grain) {
      await this.#db.update(staffSessions).set({ validUntil }).where(eq(staffSessions.id, session.id));
    }
    return member;
  }

  async close(secret: string): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const [closed] = await tx
        .delete(staffSessions)
        .where(eq(staffSessions.secretHash, hashSecret(secret)))
        .returning({ staffId: staffSessions.staffId });
      if (closed === undefined) return;
      const { staffId } = closed;
      const [member] = await tx.select({ practiceId: staff.practiceId }).from(staff).where(eq(staff.id, staffId));
      const actor = { kind: 'staff', id: staffId } as const;
      await record(tx, { at: this.#now(), action: 'signed_out', actor, practiceId: member?.practiceId ?? null });
    });
  }

  /** Give it the transaction that shuts the account. */
  async closeAllOf(staffId: string, db = this.#db): Promise<void> {
    await db.delete(staffSessions).where(eq(staffSessions.staffId, staffId));
  }

  /** Ends every session of the account but the one of this secret. */
  async closeOthersOf(staffId: string, secret: string): Promise<void> {
    await this.#db.transaction(async (tx) => {
      const closed = await tx
        .delete(staffSessions)
        .where(and(eq(staffSessions.staffId, staffId), ne(staffSessions.secretHash, hashSecret(secret))))
        .returning({ id: staffSessions.id });
      if (closed.length === 0) return;
      const [member] = await tx.select({ practiceId: staff.practiceId }).from(staff).where(eq(staff.id, staffId));
      const actor = { kind: 'staff', id: staffId } as const;
      const practiceId = member?.practiceId ?? null;
      await record(tx, { at: this.#now(), action: 'signed_out', actor, practiceId, reason: 'elsewhere' });
    });
  }
}

/** The sessions of accounts that are not shut, by the hash of the session's secret. */
const openTogether = (db: Db) =>
  new Together(async (hashes) => {
    const found = await db
      .select({
        hash: staffSessions.secretHash,
        session: { id: staffSessions.id, createdAt: staffSessions.createdAt, validUntil: staffSessions.validUntil },
        id: staff.id,
        practiceId: staff.practiceId,
        practiceName: practices.name,
        name: staff.name,
        email: staff.email,
        roles: staff.roles,
      })
      .from(staffSessions)
      .innerJoin(staff, eq(staff.id, staffSessions.staffId))
      .innerJoin(practices, eq(practices.id, staff.practiceId))
      .where(and(inArray(staffSessions.secretHash, hashes), isNull(staff.disabledAt)));
    return found.map(({ hash, ...row }) => [hash, row]);
  });
