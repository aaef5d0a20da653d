import type { InvitationProblem } from '@front-door/shared/domain/invitations.ts';
import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { record } from '../audit/trail.ts';
import { inConsultation, isOver, practiceOf, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { invitations, links, visits } from '../db/schema.ts';
import { askAfter, longestDelivery, mostAttempts, pauseAfter } from './back-off.ts';
import type { InvitationParts } from './compose.ts';
import type { LinkKeeper } from './link-keeper.ts';
import type { Fate } from './port.ts';
import { reminderAt, uselessFrom } from './when.ts';

type Invitation = typeof invitations.$inferSelect;

/** Something of the outbox that is due, and for a while this process's alone. */
export type Due =
  /** `again`: an earlier attempt may have got through without our hearing of it. */
  | { what: 'send'; parts: InvitationParts; secret: string; again: boolean }
  | { what: 'ask'; invitation: Invitation }
  /** It was of no use any more. */
  | { what: 'nothing' };

/** For how long something belongs to the process that took it, ms; one that died in the middle loses it then. */
export const leaseTime = 60_000;

/**
 * What is to be sent, in the database: it is lost with no process, and taken out by one at a time. A row's `dueAt` says
 * when somebody has to see to it next, whatever its state; once `settledAt` is set nobody has to any more.
 */
export class Outbox {
  readonly #db: Db;
  readonly #keeper: LinkKeeper;
  readonly #now: () => number;
  readonly #random: () => number;

  constructor(db: Db, keeper: LinkKeeper, now: () => number, random = Math.random) {
    this.#db = db;
    this.#keeper = keeper;
    this.#now = now;
    this.#random = random;
  }

  /** Takes what has been due longest, null when there is nothing. */
  take(): Promise<Due | null> {
    const now = this.#now();
    return this.#db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(invitations)
        .where(
          and(
            inArray(invitations.state, ['queued', 'sending', 'sent']),
            isNull(invitations.settledAt),
            lte(invitations.dueAt, now),
          ),
        )
        .orderBy(asc(invitations.dueAt))
        .limit(1)
        .for('update', { skipLocked: true });
      if (row === undefined) return null;
      if (row.state === 'sent') return this.#takeToAsk(tx, row, now);
      return inConsultation(tx, row.consultationId, (inner, consultation) =>
        this.#takeToSend(inner, row, consultation),
      );
    });
  }

  /** The carrier has it. `tells`: and will say what becomes of it. */
  taken(invitation: Invitation, reference: string, tells: boolean): Promise<void> {
    const now = this.#now();
    const { kind, practiceId, consultationId, linkId } = invitation;
    const news = { reference, problem: null, sentAt: now, dueAt: now + askAfter(0), settledAt: tells ? null : now };
    return this.#settle(invitation, { state: 'sent', ...news }, async (tx) => {
      if (kind !== 'reminder') return;
      await record(tx, { at: now, action: 'reminded', actor: { kind: 'system' }, practiceId, consultationId, linkId });
    });
  }

  /** It was not taken; it is tried again, unless that is of no use. */
  async notTaken(invitation: Invitation, problem: InvitationProblem, final: boolean): Promise<void> {
    const now = this.#now();
    const dueAt = now + pauseAfter(invitation.attempts, this.#random);
    if (final || invitation.attempts >= mostAttempts) return this.#fail(invitation, problem);
    await this.#settle(invitation, { state: 'queued', problem, dueAt });
  }

  /** What the carrier says became of it; null when it does not know any more. */
  async heard(invitation: Invitation, fate: Fate | null): Promise<void> {
    const now = this.#now();
    if (fate?.state === 'failed') return this.#fail(invitation, fate.problem);
    if (fate?.state === 'delivered') return this.#settle(invitation, { state: 'delivered', settledAt: now });
    const isForgotten = fate === null || now - (invitation.sentAt ?? now) >= longestDelivery;
    if (isForgotten) await this.#settle(invitation, { settledAt: now });
  }

  async #takeToAsk(tx: Db, row: Invitation, now: number): Promise<Due> {
    const dueAt = now + askAfter(now - (row.sentAt ?? now));
    await tx.update(invitations).set({ dueAt }).where(eq(invitations.id, row.id));
    return { what: 'ask', invitation: row };
  }

  /** It is marked as being sent, and the mark is safe in the database, before any carrier hears of it. */
  async #takeToSend(tx: Db, row: Invitation, consultation: Consultation): Promise<Due> {
    const now = this.#now();
    const change = async (news: Partial<Invitation>): Promise<Due> => {
      await tx.update(invitations).set(news).where(eq(invitations.id, row.id));
      return { what: 'nothing' };
    };
    if (await this.#isUnwanted(tx, row, consultation)) return change({ state: 'cancelled', settledAt: now });
    if (now >= uselessFrom(row, consultation) || row.attempts >= mostAttempts) {
      const problem = row.problem ?? 'too_late';
      await recordFailure(tx, row, now, problem);
      return change({ state: 'failed', problem, settledAt: now });
    }
    const later = row.kind === 'reminder' ? reminderAt(consultation, now) : null;
    if (later !== null) return change({ dueAt: later });

    const { linkId, secret } = await this.#keeper.linkFor(tx, row, consultation);
    const [invitation] = await tx
      .update(invitations)
      .set({ state: 'sending', attempts: row.attempts + 1, dueAt: now + leaseTime, linkId })
      .where(eq(invitations.id, row.id))
      .returning();
    const parts = { invitation: invitation!, consultation, practice: await practiceOf(tx, row.practiceId) };
    return { what: 'send', parts, secret, again: row.attempts > 0 };
  }

  async #isUnwanted(tx: Db, row: Invitation, consultation: Consultation): Promise<boolean> {
    // As every link is of a consultation that was ended.
    const [link] = row.linkId === null ? [] : await tx.select().from(links).where(eq(links.id, row.linkId));
    if (link !== undefined && link.revokedAt !== null) return true;
    if (row.kind === 'invitation') return false;
    if (consultation.expectedAt === null || isOver(consultation, this.#now())) return true;
    return (await tx.$count(visits, and(eq(visits.consultationId, consultation.id), eq(visits.role, 'patient')))) > 0;
  }

  /** Given up. Nobody is reminded where nobody can be reached. */
  #fail(invitation: Invitation, problem: InvitationProblem): Promise<void> {
    const now = this.#now();
    return this.#settle(invitation, { state: 'failed', problem, settledAt: now }, async (tx) => {
      await recordFailure(tx, invitation, now, problem);
      if (problem !== 'refused' && problem !== 'not_delivered') return;
      const { consultationId, channel, recipient } = invitation;
      const there = and(eq(invitations.channel, channel), eq(invitations.recipient, recipient));
      await tx
        .update(invitations)
        .set({ state: 'cancelled', settledAt: now })
        .where(and(eq(invitations.consultationId, consultationId), there, eq(invitations.state, 'queued')));
    });
  }

  /** Nothing happens when another process has had it since. */
  #settle(
    { id, state, attempts }: Invitation,
    news: Partial<Invitation>,
    then: (tx: Db) => Promise<void> = async () => {},
  ): Promise<void> {
    return this.#db.transaction(async (tx) => {
      const isStillOurs = and(eq(invitations.id, id), eq(invitations.state, state), eq(invitations.attempts, attempts));
      const settled = await tx
        .update(invitations)
        .set(news)
        .where(and(isStillOurs, isNull(invitations.settledAt)))
        .returning({ id: invitations.id });
      if (settled.length > 0) await then(tx);
    });
  }
}

function recordFailure(tx: Db, invitation: Invitation, at: number, reason: string): Promise<void> {
  const { practiceId, consultationId, linkId } = invitation;
  const actor = { kind: 'system' } as const;
  return record(tx, { at, action: 'invitation_failed', actor, practiceId, consultationId, linkId, reason });
}
