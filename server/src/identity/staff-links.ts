import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import type { ErrorCode } from '@front-door/shared/errors.ts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { Refusals } from '../audit/refusals.ts';
import { record, type Actor } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { practices, staff, staffLinks } from '../db/schema.ts';
import { Together } from '../db/together.ts';
import { AppError } from '../errors.ts';
import { hashPassword } from './passwords.ts';
import { hashSecret, newSecret } from './secrets.ts';

type StaffLink = typeof staffLinks.$inferSelect;

interface NewStaffLink {
  practiceId: string;
  roles: StaffRole[];
  /** For `make_account`: what the form is filled with. */
  email?: string | null;
  purpose: StaffLink['purpose'];
  /** For `sign_in`: whose account it opens. */
  staffId?: string;
  /** ms from now. */
  validFor: number;
  actor: Actor;
}

interface NewAccount {
  secret: string;
  name: string;
  email: string;
  password: string;
}

/**
 * Links for staff: to make an account, which uses the link up, or to sign in. Those that are no good are refused with
 * AppError `link_unknown`, `link_expired`, or `link_revoked` when it was used or withdrawn, and a line in the trail.
 */
export class StaffLinks {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #refusals: Refusals;
  readonly #links: Together<StaffLink>;

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
    this.#refusals = new Refusals(db);
    this.#links = new Together(async (hashes) => {
      const found = await db.select().from(staffLinks).where(inArray(staffLinks.secretHash, hashes));
      return found.map((link) => [link.secretHash, link]);
    });
  }

  create(wanted: NewStaffLink): Promise<{ id: string; secret: string; validUntil: number }> {
    const { practiceId, roles, email = null, purpose, staffId = null, validFor, actor } = wanted;
    const secret = newSecret();
    const createdAt = this.#now();
    const validUntil = createdAt + validFor;
    return this.#db.transaction(async (tx) => {
      const [made] = await tx
        .insert(staffLinks)
        .values({ practiceId, secretHash: hashSecret(secret), purpose, roles, email, staffId, createdAt, validUntil })
        .returning({ id: staffLinks.id });
      const reason = `${purpose}: ${roles.join(', ')}`;
      await record(tx, { at: createdAt, action: 'staff_link_made', actor, practiceId, reason });
      return { id: made!.id, secret, validUntil };
    });
  }

  /** What a link is for. */
  async look(secret: string) {
    const { purpose, practiceId, roles, email } = await this.#good(secret);
    const [practice] = await this.#db
      .select({ name: practices.name })
      .from(practices)
      .where(eq(practices.id, practiceId));
    return { purpose, practiceName: practice!.name, roles, email };
  }

  /**
   * Makes an account with the roles of the link, and returns its id. Of several requests at the same moment one makes
   * it. Throws AppError `email_taken` as well, and then the link is still good.
   */
  async makeAccount({ secret, name, email, password }: NewAccount): Promise<string> {
    // First of all, so that without a good link nobody has us hash passwords.
    const link = await this.#good(secret, 'make_account');
    const { practiceId, roles } = link;
    const passwordHash = await hashPassword(password);
    const now = this.#now();
    const staffId = await this.#db.transaction(async (tx) => {
      const used = await tx
        .update(staffLinks)
        .set({ usedAt: now })
        .where(and(eq(staffLinks.id, link.id), isNull(staffLinks.usedAt)))
        .returning({ id: staffLinks.id });
      if (used.length === 0) return null;
      const [account] = await tx
        .insert(staff)
        .values({ practiceId, email, name, passwordHash, roles, createdAt: now })
        .onConflictDoNothing({ target: staff.email })
        .returning({ id: staff.id });
      if (account === undefined) throw new AppError('email_taken');
      const actor = { kind: 'staff', id: account.id } as const;
      await record(tx, { at: now, action: 'account_made', actor, practiceId, reason: roles.join(', ') });
      return account.id;
    });
    return staffId ?? this.#refuse('link_revoked', link);
  }

  /** The id of the account that the link signs in. */
  async account(secret: string): Promise<string> {
    const link = await this.#good(secret, 'sign_in');
    const [account] = await this.#db
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.id, link.staffId!), isNull(staff.disabledAt)));
    return account?.id ?? this.#refuse('link_revoked', link);
  }

  /** Withdraws the links of a practice that nobody has used. */
  async withdrawUnused(practiceId: string, actor: Actor): Promise<void> {
    const at = this.#now();
    await this.#db.transaction(async (tx) => {
      const withdrawn = await tx
        .update(staffLinks)
        .set({ usedAt: at })
        .where(and(eq(staffLinks.practiceId, practiceId), isNull(staffLinks.usedAt)))
        .returning({ purpose: staffLinks.purpose });
      await record(
        tx,
        ...withdrawn.map(({ purpose }) => ({
          at,
          action: 'staff_link_withdrawn',
          actor,
          practiceId,
          reason: purpose,
        })),
      );
    });
  }

  async #good(secret: string, purpose?: StaffLink['purpose']): Promise<StaffLink> {
    const link = await this.#links.find(hashSecret(secret));
    if (link === undefined) return this.#refuse('link_unknown');
    if (purpose !== undefined && link.purpose !== purpose) return this.#refuse('link_unknown', link);
    if (link.usedAt !== null) return this.#refuse('link_revoked', link);
    if (link.validUntil <= this.#now()) return this.#refuse('link_expired', link);
    return link;
  }

  async #refuse(code: ErrorCode, link?: StaffLink): Promise<never> {
    await this.#refusals.record({
      at: this.#now(),
      action: 'staff_link_refused',
      actor: { kind: 'stranger' },
      practiceId: link?.practiceId ?? null,
      reason: code,
    });
    throw new AppError(code);
  }
}
