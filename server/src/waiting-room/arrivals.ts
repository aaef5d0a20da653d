import { randomUUID } from 'node:crypto';
import type { VisitGrant } from '@front-door/shared/protocol/tokens.ts';
import { and, eq, lt, sql } from 'drizzle-orm';
import { inConsultation, isOver, practiceOf, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { links, usedTokens, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { activeAccount } from '../identity/active-account.ts';
import { hashSecret, newSecret } from '../identity/secrets.ts';
import { actorOf, applyEvent, insertVisit, isHeld, type Visit } from './apply.ts';
import type { Changes } from './changes.ts';
import { findPatient, linkRefusal } from './entry.ts';
import { cameAfterAll } from './no-show.ts';

/**
 * Guests in one consultation at a time, and ever, since each who comes again is another; a link that went round must
 * not fill the waiting room.
 */
const mostGuests = 8;
const mostGuestsEver = 50;

/** How often those tokens are forgotten that would not be good any more, ms. */
const forgetEvery = 10_000;

export interface Arrival {
  visit: Visit;
  /** The new connection, which holds the visit from now on. */
  connectionId: string;
  consultation: Consultation;
  /** For a device that was not here before; it replaces what any earlier device held. */
  resumeSecret: string | null;
}

/** What happens when a room token opens its socket: the token is used up and the visit begins or goes on. */
export class Arrivals {
  readonly #db: Db;
  readonly #changes: Changes;
  readonly #now: () => number;
  readonly #mayBegin: () => void;
  #forgotAt = 0;

  /** @param mayBegin throws when nobody new may come in */
  constructor(db: Db, changes: Changes, now: () => number, mayBegin: () => void = () => {}) {
    this.#db = db;
    this.#changes = changes;
    this.#now = now;
    this.#mayBegin = mayBegin;
  }

  /** Remembers the token as used. Throws AppError `token_used` when it already was. */
  async useUp(tokenId: string, expiresAt: number): Promise<void> {
    await this.#forgetExpired();
    const used = await this.#db.insert(usedTokens).values({ tokenId, expiresAt }).onConflictDoNothing().returning();
    if (used.length === 0) throw new AppError('token_used');
  }

  /** @param connectionId the new connection, which holds the visit from then on */
  async enter(grant: VisitGrant, connectionId: string = randomUUID()): Promise<Arrival> {
    const arrival = await inConsultation(this.#db, grant.consultationId, async (tx, consultation) => {
      if (isOver(consultation, this.#now())) throw new AppError('consultation_ended');
      const found = await this.#visit(tx, consultation, grant);
      const resumeSecret = grant.by === 'resume' ? null : newSecret(32);
      const device = resumeSecret === null ? {} : { resumeHash: hashSecret(resumeSecret) };
      const [visit] = await tx
        .update(visits)
        .set({ connectionId, givesWay: false, ...device })
        .where(eq(visits.id, found.id))
        .returning();
      if (found.role !== 'clinician') await cameAfterAll(tx, consultation, found, this.#now());
      return { visit: visit!, connectionId, consultation, resumeSecret };
    });
    this.#changes.tell(arrival.consultation);
    return arrival;
  }

  /** Now and then, not for each who comes: thousands may come back within a minute. */
  async #forgetExpired(): Promise<void> {
    const now = this.#now();
    if (now - this.#forgotAt < forgetEvery) return;
    this.#forgotAt = now;
    await this.#db.delete(usedTokens).where(lt(usedTokens.expiresAt, now));
  }

  #visit(tx: Db, consultation: Consultation, grant: VisitGrant): Promise<Visit> {
    switch (grant.by) {
      case 'resume':
        return this.#resume(tx, consultation.practiceId, grant);
      case 'link':
        return this.#byLink(tx, consultation, grant);
      case 'staff':
        return this.#byStaff(tx, consultation, grant);
    }
  }

  async #resume(tx: Db, practiceId: string, grant: Extract<VisitGrant, { by: 'resume' }>): Promise<Visit> {
    const [visit] = await tx.select().from(visits).where(eq(visits.id, grant.visitId));
    if (visit === undefined || visit.resumeHash !== grant.device) throw new AppError('resume_invalid');
    if (visit.staffId !== null) await activeAccount(tx, visit.staffId, practiceId);
    return this.#return(tx, practiceId, visit, 'same_device');
  }

  async #byLink(tx: Db, consultation: Consultation, grant: Extract<VisitGrant, { by: 'link' }>): Promise<Visit> {
    const [link] = await tx.select().from(links).where(eq(links.id, grant.linkId));
    if (link === undefined || link.consultationId !== consultation.id || link.role !== grant.role) {
      throw new AppError('token_invalid');
    }
    const refused = linkRefusal(link, consultation, this.#now());
    if (refused !== null) throw new AppError(refused);
    if (link.role === 'clinician') return this.#clinicianByLink(tx, consultation, link.id);
    return grant.enterAs === 'guest'
      ? this.#guest(tx, consultation, link.id)
      : this.#patient(tx, consultation, link.id, grant.enterAs === 'this_device');
  }

  async #patient(tx: Db, consultation: Consultation, linkId: string, takeOver: boolean): Promise<Visit> {
    const patient = await findPatient(tx, consultation.id);
    if (patient === undefined) return this.#insert(tx, consultation, { role: 'patient', linkId });
    if (isHeld(patient) && !takeOver) throw new AppError('link_in_use');
    return this.#return(tx, consultation.practiceId, patient, 'new_device');
  }

  async #guest(tx: Db, consultation: Consultation, linkId: string): Promise<Visit> {
    const all = and(eq(visits.consultationId, consultation.id), eq(visits.role, 'guest'));
    const present = await tx.$count(visits, and(all, sql`${visits.state} ? 'droppedAt'`));
    const ever = await tx.$count(visits, all);
    if (present >= mostGuests || ever >= mostGuestsEver) throw new AppError('consultation_full');
    return this.#insert(tx, consultation, { role: 'guest', linkId });
  }

  async #clinicianByLink(tx: Db, consultation: Consultation, linkId: string): Promise<Visit> {
    const [known] = await tx
      .select()
      .from(visits)
      .where(and(eq(visits.linkId, linkId), eq(visits.role, 'clinician')));
    if (known !== undefined) return this.#return(tx, consultation.practiceId, known, 'new_device');
    const practice = await practiceOf(tx, consultation.practiceId);
    const clinicianName = consultation.clinicianName ?? practice.name;
    return this.#insert(tx, consultation, { role: 'clinician', linkId, clinicianName });
  }

  async #byStaff(tx: Db, consultation: Consultation, grant: Extract<VisitGrant, { by: 'staff' }>): Promise<Visit> {
    const member = await activeAccount(tx, grant.staffId, consultation.practiceId);
    const [known] = await tx
      .select()
      .from(visits)
      .where(and(eq(visits.consultationId, consultation.id), eq(visits.staffId, member.id)));
    if (known !== undefined) return this.#return(tx, consultation.practiceId, known, 'new_device');
    return this.#insert(tx, consultation, {
      role: 'clinician',
      staffId: member.id,
      clinicianName: member.name,
    });
  }

  async #return(tx: Db, practiceId: string, visit: Visit, proof: 'same_device' | 'new_device'): Promise<Visit> {
    const { placeKeptMinutes } = await practiceOf(tx, practiceId);
    const event = { type: 'return', at: this.#now(), proof, placeKept: placeKeptMinutes * 60_000 } as const;
    return (await applyEvent(tx, practiceId, visit, event, actorOf(visit))).visit;
  }

  #insert(
    tx: Db,
    { id: consultationId, practiceId }: Consultation,
    who: { role: Visit['role']; linkId?: string; staffId?: string; clinicianName?: string },
  ): Promise<Visit> {
    const { role, linkId = null, staffId = null, clinicianName = '' } = who;
    this.#mayBegin();
    return insertVisit(tx, practiceId, { consultationId, role, linkId, staffId, clinicianName }, this.#now());
  }
}
