import type { LinkRole } from '@front-door/shared/domain/roles.ts';
import { isLive } from '@front-door/shared/domain/visit.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { record, type Actor } from '../audit/trail.ts';
import type { Db } from '../db/client.ts';
import { consultations, links, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { hashSecret, newSecret } from '../identity/secrets.ts';
import { applyEvent } from '../waiting-room/apply.ts';
import type { Change, Changes } from '../waiting-room/changes.ts';
import { inConsultation, isOver, type Consultation } from './lock.ts';

const hour = 3_600_000;
const usualValidity = 24 * hour;
const longestValidity = 60 * 24 * hour;

interface NewConsultation {
  practiceId: string;
  clinicianId: string | null;
  clinicianName: string | null;
  /** ms since the epoch; from now for 24 hours unless given. */
  validFrom?: number | undefined;
  validUntil?: number | undefined;
  actor: Actor;
}

/** Consultations and the links into them, from being made to being ended. */
export class Consultations {
  readonly #db: Db;
  readonly #changes: Changes;
  readonly #now: () => number;

  constructor(db: Db, changes: Changes, now: () => number) {
    this.#db = db;
    this.#changes = changes;
    this.#now = now;
  }

  /** Makes one with a link for each side. The secrets are nowhere else: only their hashes are kept. */
  async create(wanted: NewConsultation) {
    const now = this.#now();
    const validFrom = wanted.validFrom ?? now;
    const validUntil = wanted.validUntil ?? Math.max(validFrom, now) + usualValidity;
    if (validUntil <= Math.max(validFrom, now) || validUntil > now + longestValidity) {
      throw new AppError('bad_request', { fields: ['validUntil'] });
    }
    const { practiceId, clinicianId, clinicianName, actor } = wanted;
    const made = await this.#db.transaction(async (tx) => {
      const [row] = await tx
        .insert(consultations)
        .values({ practiceId, clinicianId, clinicianName, createdAt: now, validUntil })
        .returning();
      const consultation = row!;
      await record(tx, { at: now, action: 'consultation_made', actor, practiceId, consultationId: consultation.id });
      const patient = await this.#insertLink(tx, consultation, 'patient', validFrom, actor);
      const clinician = await this.#insertLink(tx, consultation, 'clinician', validFrom, actor);
      return { id: consultation.id, patientSecret: patient.secret, clinicianSecret: clinician.secret };
    });
    this.#announce(made.id, practiceId);
    return { ...made, validFrom, validUntil };
  }

  /** Another link into the same consultation; the earlier ones go on. */
  addLink(practiceId: string, consultationId: string, role: LinkRole, actor: Actor) {
    return this.#inOwn(practiceId, consultationId, async (tx, consultation) => {
      const now = this.#now();
      if (isOver(consultation, now)) throw new AppError('consultation_ended');
      const { id, secret } = await this.#insertLink(tx, consultation, role, now, actor);
      return { id, secret, validUntil: consultation.validUntil };
    });
  }

  links(practiceId: string, consultationId: string) {
    return this.#inOwn(practiceId, consultationId, (tx) =>
      tx
        .select({
          id: links.id,
          role: links.role,
          createdAt: links.createdAt,
          validUntil: links.validUntil,
          revokedAt: links.revokedAt,
        })
        .from(links)
        .where(eq(links.consultationId, consultationId))
        .orderBy(links.createdAt),
    );
  }

  /** Nobody new comes in by it; who came by it stays. Doing it again changes nothing. */
  async revokeLink(practiceId: string, linkId: string, actor: Actor): Promise<void> {
    const [link] = await this.#db.select().from(links).where(eq(links.id, linkId));
    if (link === undefined) throw new AppError('not_found');
    const { consultationId } = link;
    await this.#inOwn(practiceId, consultationId, async (tx) => {
      const now = this.#now();
      const revoked = await tx
        .update(links)
        .set({ revokedAt: now })
        .where(and(eq(links.id, linkId), isNull(links.revokedAt)))
        .returning({ id: links.id });
      if (revoked.length === 0) return;
      await record(tx, { at: now, action: 'link_revoked', actor, practiceId, consultationId, linkId });
    });
  }

  /** Ends it for everybody: visits, links and resume secrets are dead. Doing it again changes nothing. */
  async end(practiceId: string, consultationId: string, actor: Actor): Promise<void> {
    const dismissed = await this.#inOwn(practiceId, consultationId, async (tx, consultation) => {
      if (consultation.endedAt !== null) return null;
      const now = this.#now();
      await tx.update(consultations).set({ endedAt: now }).where(eq(consultations.id, consultationId));
      await tx
        .update(links)
        .set({ revokedAt: now })
        .where(and(eq(links.consultationId, consultationId), isNull(links.revokedAt)));
      const present = await tx.select().from(visits).where(eq(visits.consultationId, consultationId));
      for (const visit of present) await applyEvent(tx, practiceId, visit, { type: 'end', at: now }, actor);
      await record(tx, { at: now, action: 'consultation_ended', actor, practiceId, consultationId });
      return present.filter((visit) => isLive(visit.state)).map((visit) => visit.id);
    });
    if (dismissed === null) return;
    this.#announce(consultationId, practiceId, {
      mediaClosed: dismissed,
      dismissed: dismissed.map((visitId) => ({ visitId, code: 'consultation_ended' })),
    });
  }

  /** Another practice's consultation looks as if it did not exist. */
  #inOwn<T>(practiceId: string, consultationId: string, work: (tx: Db, own: Consultation) => Promise<T>): Promise<T> {
    return inConsultation(this.#db, consultationId, (tx, consultation) => {
      if (consultation.practiceId !== practiceId) throw new AppError('not_found');
      return work(tx, consultation);
    });
  }

  async #insertLink(tx: Db, consultation: Consultation, role: LinkRole, validFrom: number, actor: Actor) {
    const secret = newSecret();
    const { practiceId, id: consultationId, validUntil } = consultation;
    const now = this.#now();
    const [link] = await tx
      .insert(links)
      .values({ consultationId, role, secretHash: hashSecret(secret), createdAt: now, validFrom, validUntil })
      .returning({ id: links.id });
    const { id } = link!;
    await record(tx, { at: now, action: 'link_made', actor, practiceId, consultationId, linkId: id, reason: role });
    return { id, secret };
  }

  #announce(consultationId: string, practiceId: string, what: Partial<Change> = {}): void {
    this.#changes.emit('change', { consultationId, practiceId, mediaClosed: [], dismissed: [], ...what });
  }
}
