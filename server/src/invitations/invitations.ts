import {
  invitationChannels,
  type InvitationChannel,
  type InvitationProblem,
} from '@front-door/shared/domain/invitations.ts';
import { mobileNumber } from '@front-door/shared/domain/mobile-number.ts';
import type { Language } from '@front-door/shared/i18n/languages.ts';
import { asc, eq } from 'drizzle-orm';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { record, type Actor } from '../audit/trail.ts';
import { inOwnConsultation, isOver, practiceOf, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { invitations, links } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import type { Carriers } from './carriers.ts';
import { compose } from './compose.ts';
import type { LinkKeeper } from './link-keeper.ts';
import { masked } from './masked.ts';
import { shownReference } from './shown.ts';
import { reminderAt } from './when.ts';

type Invitation = typeof invitations.$inferSelect;

interface Parts {
  db: Db;
  carriers: Carriers;
  keeper: LinkKeeper;
  /** The address people use, as `https://practice.example`. */
  origin: () => string;
  /** Tells that there is something to send. */
  wake: () => void;
  now: () => number;
}

interface Wanted {
  channel: InvitationChannel;
  to: string;
  language: Language;
}

const hour = 3600;
/** A practice sends so many in an hour, and for one consultation so many altogether. */
const mostInAnHour = 300;
const mostForOne = 10;

/** Patients' links on their way to patients. */
export class Invitations {
  readonly #parts: Parts;
  readonly #limiter = new RateLimiterMemory({ points: mostInAnHour, duration: hour });

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Puts one into the outbox, and a reminder with it when there is an appointment; what is on its way already is not
   * sent a second time. Throws AppError `bad_request` when nothing carries that channel, `consultation_ended`,
   * `too_many_requests`.
   */
  async send(practiceId: string, consultationId: string, wanted: Wanted, actor: Actor) {
    const { db, carriers, now, wake } = this.#parts;
    if (carriers[wanted.channel] === null) throw new AppError('bad_request', { fields: ['channel'] });
    const view = await inOwnConsultation(db, practiceId, consultationId, async (tx, consultation) => {
      if (isOver(consultation, now())) throw new AppError('consultation_ended');
      const all = await tx.select().from(invitations).where(eq(invitations.consultationId, consultationId));
      const invitation = onItsWay(all, wanted) ?? (await this.#queue(tx, consultation, all, wanted, actor));
      return this.#view(tx, consultation, invitation);
    });
    wake();
    return view;
  }

  /** What was or will be sent for a consultation, in the order in which it was wanted, and what can send more. */
  async list(practiceId: string, consultationId: string) {
    const { db, carriers } = this.#parts;
    return inOwnConsultation(db, practiceId, consultationId, async (tx, consultation) => {
      const rows = await tx
        .select()
        .from(invitations)
        .where(eq(invitations.consultationId, consultationId))
        .orderBy(asc(invitations.createdAt), asc(invitations.kind));
      const views = [];
      for (const row of rows) views.push(await this.#view(tx, consultation, row));
      const { patientPhone } = consultation;
      return {
        channels: invitationChannels.filter((channel) => carriers[channel] !== null),
        phone: patientPhone === null ? null : mobileNumber(patientPhone),
        invitations: views,
      };
    });
  }

  async #queue(tx: Db, consultation: Consultation, all: Invitation[], wanted: Wanted, actor: Actor) {
    await this.#limit(consultation.practiceId, all);
    const { keeper } = this.#parts;
    const now = this.#parts.now();
    const { id: consultationId, practiceId } = consultation;
    const linkId = await keeper.make(tx, consultation, actor);
    const { channel, language, to: recipient } = wanted;
    const common = { practiceId, consultationId, channel, recipient, language, linkId, createdAt: now };
    const queued = { ...common, state: 'queued' } as const;
    const [invitation] = await tx
      .insert(invitations)
      .values({ ...queued, kind: 'invitation', dueAt: now })
      .returning();
    const dueAt = reminderAt(consultation, now);
    const isReminded = all.some((row) => row.kind === 'reminder' && row.state === 'queued' && isTo(row, wanted));
    if (dueAt !== null && !isReminded) await tx.insert(invitations).values({ ...queued, kind: 'reminder', dueAt });
    await record(tx, { at: now, action: 'invited', actor, practiceId, consultationId, linkId, reason: channel });
    return invitation!;
  }

  async #limit(practiceId: string, all: Invitation[]): Promise<void> {
    const sent = all.filter(({ kind }) => kind === 'invitation').length;
    if (sent >= mostForOne) throw new AppError('too_many_requests', { retryAfter: hour });
    try {
      await this.#limiter.consume(practiceId);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new AppError('too_many_requests', { retryAfter: Math.ceil(refused.msBeforeNext / 1000) });
    }
  }

  async #view(tx: Db, consultation: Consultation, invitation: Invitation) {
    const { id, kind, channel, recipient, language, state, problem, createdAt, dueAt, sentAt } = invitation;
    return {
      id,
      kind,
      channel,
      recipient: masked(recipient),
      language,
      state,
      problem: problem as InvitationProblem | null,
      createdAt,
      dueAt: state === 'queued' ? dueAt : null,
      sentAt,
      shown: await this.#shown(tx, consultation, invitation),
    };
  }

  /** What staff pass on themselves where nothing is sent; null where something is, and once the link is dead. */
  async #shown(tx: Db, consultation: Consultation, invitation: Invitation) {
    const { carriers, keeper, origin } = this.#parts;
    const { channel, kind, state, linkId } = invitation;
    const isShown = carriers[channel]?.shows === true && (invitation.reference ?? shownReference) === shownReference;
    const isDue = state === 'sent' || (kind === 'invitation' && (state === 'queued' || state === 'sending'));
    if (!isShown || !isDue || linkId === null) return null;
    const [link] = await tx.select().from(links).where(eq(links.id, linkId));
    const secret = link === undefined || link.revokedAt !== null ? null : keeper.secretOf(link);
    if (secret === null) return null;
    const practice = await practiceOf(tx, consultation.practiceId);
    const { text, calendar } = compose({ invitation, consultation, practice }, origin(), secret);
    return { text, calendar };
  }
}

const isTo = (row: Invitation, { channel, to }: Wanted): boolean => row.channel === channel && row.recipient === to;

/** Pressing the button twice, or asking again when no answer came, sends one. */
const onItsWay = (all: Invitation[], wanted: Wanted): Invitation | undefined =>
  all.find((row) => row.kind === 'invitation' && ['queued', 'sending'].includes(row.state) && isTo(row, wanted));
