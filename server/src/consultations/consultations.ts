import type { LinkRole } from '@front-door/shared/domain/roles.ts';
import { isLive, mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { record, type Actor } from '../audit/trail.ts';
import { demandOpenClinic } from '../clinics/own-clinic.ts';
import type { Db } from '../db/client.ts';
import { consultations, links, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { newSecret } from '../identity/secrets.ts';
import { applyEvent } from '../waiting-room/apply.ts';
import type { Changes } from '../waiting-room/changes.ts';
import { insertLink } from './insert-link.ts';
import { inOwnConsultation, isOver, type Consultation } from './lock.ts';

const hour = 3_600_000;
const usualValidity = 24 * hour;
const longestValidity = 60 * 24 * hour;
/** How long before an appointment its links begin to open, and until when after it. */
const openBefore = hour;
const openAfter = 12 * hour;

interface NewConsultation {
  practiceId: string;
  clinicianId: string | null;
  clinicianName: string | null;
  clinicId?: string | undefined;
  expectedAt?: number | undefined;
  patientName?: string | undefined;
  patientPhone?: string | undefined;
  /** ms since the epoch; see `consultations.create` of the HTTP contract for what they are unless given. */
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
    const [made] = await this.createAll([wanted]);
    return made!;
  }

  /** Makes all of them or none. */
  async createAll(wanted: readonly NewConsultation[]) {
    const made = await this.#db.transaction(async (tx) => {
      const all = [];
      for (const one of wanted) all.push(await this.#create(tx, one));
      return all;
    });
    return made.map(({ consultation, ...secrets }) => {
      this.#changes.tell(consultation);
      return { id: consultation.id, ...secrets };
    });
  }

  async #create(tx: Db, wanted: NewConsultation) {
    const { consultation, validFrom } = await this.#insert(tx, wanted);
    const patient = await this.#insertLink(tx, consultation, 'patient', validFrom, wanted.actor);
    const clinician = await this.#insertLink(tx, consultation, 'clinician', validFrom, wanted.actor);
    const { validUntil } = consultation;
    return { consultation, patientSecret: patient.secret, clinicianSecret: clinician.secret, validFrom, validUntil };
  }

  /** A private consultation for somebody who came by a clinic's own link: staff let themselves in. */
  async createForCaller(practiceId: string, clinicId: string): Promise<string> {
    const actor = { kind: 'stranger' } as const;
    const wanted = { practiceId, clinicId, clinicianId: null, clinicianName: null, actor };
    const { consultation, secret } = await this.#db.transaction(async (tx) => {
      const made = await this.#insert(tx, wanted);
      const link = await this.#insertLink(tx, made.consultation, 'patient', made.validFrom, actor);
      return { consultation: made.consultation, secret: link.secret };
    });
    this.#changes.tell(consultation);
    return secret;
  }

  /** Another link into the same consultation; the earlier ones go on. */
  addLink(practiceId: string, consultationId: string, role: LinkRole, actor: Actor) {
    return inOwnConsultation(this.#db, practiceId, consultationId, async (tx, consultation) => {
      const now = this.#now();
      if (isOver(consultation, now)) throw new AppError('consultation_ended');
      const { id, secret } = await this.#insertLink(tx, consultation, role, now, actor);
      return { id, secret, validUntil: consultation.validUntil };
    });
  }

  links(practiceId: string, consultationId: string) {
    return inOwnConsultation(this.#db, practiceId, consultationId, (tx) =>
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
    await inOwnConsultation(this.#db, practiceId, consultationId, async (tx) => {
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

  /**
   * Ends it for everybody: visits, links and resume secrets are dead. Doing it again changes nothing. With
   * `unlessInCall` it throws AppError `wrong_state` while somebody of the patient's side is in the call.
   */
  async end(practiceId: string, consultationId: string, actor: Actor, { unlessInCall = false } = {}): Promise<void> {
    const ended = await inOwnConsultation(this.#db, practiceId, consultationId, async (tx, consultation) => {
      if (consultation.endedAt !== null) return null;
      const now = this.#now();
      const present = await tx.select().from(visits).where(eq(visits.consultationId, consultationId));
      if (unlessInCall && present.some(({ role, state }) => role !== 'clinician' && mayHaveMedia(state))) {
        throw new AppError('wrong_state');
      }
      await tx.update(consultations).set({ endedAt: now }).where(eq(consultations.id, consultationId));
      await tx
        .update(links)
        .set({ revokedAt: now })
        .where(and(eq(links.consultationId, consultationId), isNull(links.revokedAt)));
      for (const visit of present) await applyEvent(tx, practiceId, visit, { type: 'end', at: now }, actor);
      await record(tx, { at: now, action: 'consultation_ended', actor, practiceId, consultationId });
      return { consultation, dismissed: present.filter((visit) => isLive(visit.state)).map((visit) => visit.id) };
    });
    if (ended === null) return;
    this.#changes.tell(ended.consultation, {
      mediaClosed: ended.dismissed,
      dismissed: ended.dismissed.map((visitId) => ({ visitId, code: 'consultation_ended' })),
    });
  }

  async #insert(tx: Db, wanted: NewConsultation) {
    const now = this.#now();
    const { validFrom, validUntil } = this.#validity(wanted, now);
    const { practiceId, clinicianId, clinicianName, clinicId, expectedAt, patientName, patientPhone, actor } = wanted;
    if (clinicId !== undefined) await demandOpenClinic(tx, practiceId, clinicId);
    const about = { clinicianId, clinicianName, clinicId, expectedAt, patientName, patientPhone };
    const [consultation] = await tx
      .insert(consultations)
      .values({ practiceId, ...about, createdAt: now, validUntil })
      .returning();
    const consultationId = consultation!.id;
    await record(tx, { at: now, action: 'consultation_made', actor, practiceId, consultationId });
    return { consultation: consultation!, validFrom };
  }

  #validity({ validFrom, validUntil, expectedAt }: NewConsultation, now: number) {
    const from = validFrom ?? (expectedAt === undefined ? now : Math.max(now, expectedAt - openBefore));
    const until =
      validUntil ?? (expectedAt === undefined ? Math.max(from, now) + usualValidity : expectedAt + openAfter);
    if (until <= Math.max(from, now) || until > now + longestValidity) {
      throw new AppError('bad_request', { fields: [validUntil === undefined ? 'expectedAt' : 'validUntil'] });
    }
    return { validFrom: from, validUntil: until };
  }

  async #insertLink(tx: Db, consultation: Consultation, role: LinkRole, validFrom: number, actor: Actor) {
    const secret = newSecret();
    const id = await insertLink(tx, consultation, { secret, role, validFrom, actor, now: this.#now() });
    return { id, secret };
  }
}
