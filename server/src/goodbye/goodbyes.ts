import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { and, eq, ne } from 'drizzle-orm';
import { record } from '../audit/trail.ts';
import { linksTogether, type LinkFound } from '../consultations/links-together.ts';
import { inConsultation, isOver, practiceOf, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import type { Together } from '../db/together.ts';
import { feedback, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { hashSecret } from '../identity/secrets.ts';

/** For how long after the end a link still leads to the goodbye, ms. */
const readFor = 24 * 3_600_000;

type Goodbye = HttpReply<'goodbye.read'>;
type Link = LinkFound['link'];

/**
 * What the patient's side is told after the end, and answers. Everything else that opened the consultation is dead by
 * then: whoever holds the link proves it by the link's own secret.
 */
export class Goodbyes {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #links: Together<LinkFound>;

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
    this.#links = linksTogether(db);
  }

  /** Throws AppError as {@link refusal} says. */
  async read(secret: string): Promise<Goodbye> {
    const { link, consultation } = await this.#find(secret);
    const practice = await practiceOf(this.#db, consultation.practiceId);
    const wanted = practice.feedbackWanted && consultation.callStartedAt !== null;
    const given = await this.#db.$count(feedback, eq(feedback.linkId, link.id));
    return {
      practice: { name: practice.name, phone: practice.phone },
      afterText: practice.afterText,
      afterLink: practice.afterLink,
      feedback: given > 0 ? 'given' : wanted ? 'wanted' : 'not_wanted',
    };
  }

  /**
   * Keeps what somebody said. The first word counts: saying it again, as after an answer that was lost on the way,
   * changes nothing. Throws AppError `wrong_state` when nobody asked, and as {@link refusal} says.
   */
  async giveFeedback(secret: string, { rating, text }: { rating: number; text: string | null }): Promise<void> {
    const { link } = await this.#find(secret);
    const linkId = link.id;
    await inConsultation(
      this.#db,
      link.consultationId,
      async (tx, { id: consultationId, practiceId, callStartedAt }) => {
        const { feedbackWanted } = await practiceOf(tx, practiceId);
        if (!feedbackWanted || callStartedAt === null) throw new AppError('wrong_state');
        const at = this.#now();
        const kept = await tx
          .insert(feedback)
          .values({ practiceId, consultationId, linkId, at, rating, text })
          .onConflictDoNothing()
          .returning({ id: feedback.id });
        if (kept.length === 0) return;
        const actor = { kind: 'stranger', linkId } as const;
        await record(tx, { at, action: 'feedback_given', actor, practiceId, consultationId });
      },
    );
  }

  async #find(secret: string): Promise<LinkFound> {
    const any = await this.#links.find(hashSecret(secret));
    const found = any?.link.role === 'patient' ? any : undefined;
    const refused = found === undefined ? 'link_unknown' : await this.#refusal(found.link, found.consultation);
    if (refused === null) return found!;
    // Who still may come in is told nothing, and nothing was tried that the trail should know of.
    if (refused !== 'wrong_state') await this.#recordRefusal(refused, found);
    throw new AppError(refused);
  }

  /**
   * Why a patient's link does not lead to the goodbye; null when it does.
   * - `wrong_state`: the consultation goes on
   * - `link_expired`: it ended too long ago, or ran out without an end
   * - `link_revoked`: everybody who came by it was removed, or nobody had come when it was cancelled
   */
  async #refusal(link: Link, consultation: Consultation): Promise<ErrorCode | null> {
    const { endedAt } = consultation;
    const now = this.#now();
    if (endedAt === null) return isOver(consultation, now) ? 'link_expired' : 'wrong_state';
    if (now - endedAt >= readFor) return 'link_expired';
    const came = await this.#db
      .select()
      .from(visits)
      .where(and(eq(visits.linkId, link.id), ne(visits.role, 'clinician')));
    const stayed = came.some(({ state }) => state.phase !== 'removed');
    const cancelledBefore = link.revokedAt !== null && link.revokedAt < endedAt;
    return stayed || (came.length === 0 && !cancelledBefore) ? null : 'link_revoked';
  }

  async #recordRefusal(
    reason: ErrorCode,
    found: { link: Link; consultation: Consultation } | undefined,
  ): Promise<void> {
    const at = this.#now();
    const actor = { kind: 'stranger', ...(found && { linkId: found.link.id }) } as const;
    const about = found && { practiceId: found.consultation.practiceId, consultationId: found.consultation.id };
    await record(this.#db, { at, action: 'refused', actor, reason, ...about });
  }
}
