import { and, eq, isNull } from 'drizzle-orm';
import { record } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { staff } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { isActiveClinician } from './active-account.ts';
import { verifyPassword } from './passwords.ts';
import type { Sessions } from './sessions.ts';

/** The accounts of a practice's staff. */
export class Accounts {
  readonly #db: Db;
  readonly #sessions: Sessions;
  readonly #now: () => number;

  constructor(db: Db, sessions: Sessions, now: () => number) {
    this.#db = db;
    this.#sessions = sessions;
    this.#now = now;
  }

  /**
   * The id of the account with this e-mail address and password. Throws AppError `sign_in_failed`, the same and as
   * late whether the address, the password or the whole account is no good.
   */
  async authenticate(email: string, password: string): Promise<string> {
    const [account] = await this.#db.select().from(staff).where(eq(staff.email, email));
    const matches = await verifyPassword(account?.passwordHash ?? null, password);
    if (account !== undefined && matches && account.disabledAt === null) return account.id;
    await record(this.#db, {
      at: this.#now(),
      action: 'sign_in_refused',
      actor: { kind: 'stranger' },
      practiceId: account?.practiceId ?? null,
      reason: account === undefined ? 'no_such_account' : matches ? 'account_disabled' : 'wrong_password',
    });
    throw new AppError('sign_in_failed');
  }

  list(practiceId: string) {
    return this.#db
      .select({
        id: staff.id,
        name: staff.name,
        email: staff.email,
        roles: staff.roles,
        disabledAt: staff.disabledAt,
      })
      .from(staff)
      .where(eq(staff.practiceId, practiceId))
      .orderBy(staff.createdAt, staff.id);
  }

  /** Those who see patients, by name. */
  clinicians(practiceId: string): Promise<{ id: string; name: string }[]> {
    return this.#db
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(isActiveClinician(practiceId))
      .orderBy(staff.name, staff.id);
  }

  /**
   * Shuts an account of the admin's own practice, and ends its sessions. Doing it again changes nothing.
   * Throws AppError `not_found`, `own_account`.
   */
  async disable(admin: { id: string; practiceId: string }, staffId: string): Promise<void> {
    const { practiceId } = admin;
    await this.#db.transaction(async (tx) => {
      const ofPractice = and(eq(staff.id, staffId), eq(staff.practiceId, practiceId));
      const [account] = await tx.select({ id: staff.id }).from(staff).where(ofPractice);
      if (account === undefined) throw new AppError('not_found');
      if (account.id === admin.id) throw new AppError('own_account');
      const now = this.#now();
      const disabled = await tx
        .update(staff)
        .set({ disabledAt: now })
        .where(and(ofPractice, isNull(staff.disabledAt)))
        .returning({ id: staff.id });
      if (disabled.length === 0) return;
      await this.#sessions.closeAllOf(account.id, tx);
      const actor = { kind: 'staff', id: admin.id } as const;
      await record(tx, { at: now, action: 'account_disabled', actor, practiceId, reason: `account ${account.id}` });
    });
  }
}
