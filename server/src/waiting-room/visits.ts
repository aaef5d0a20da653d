import { isLive, mayHaveMedia, type VisitEvent } from '@front-door/shared/domain/visit.ts';
import type { VisitReport } from '@front-door/shared/protocol/report.ts';
import type { Farewell } from '@front-door/shared/protocol/events.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { record, type Actor } from '../audit/trail.ts';
import { inConsultation, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { consultations, links, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { actorOf, applyEvent, isConnected, type Applied, type Visit } from './apply.ts';
import type { Changes } from './changes.ts';

const farewells: Partial<Record<VisitEvent['type'], Farewell>> = { leave: 'visit_left', remove: 'visit_removed' };

/** Staff who run the waiting list. */
export interface AtDesk {
  practiceId: string;
  staffId: string;
}

/** The people of the consultations: what happens to them, one thing at a time per consultation. */
export class Visits {
  readonly #db: Db;
  readonly #changes: Changes;
  readonly #now: () => number;

  constructor(db: Db, changes: Changes, now: () => number) {
    this.#db = db;
    this.#changes = changes;
    this.#now = now;
  }

  /** Throws AppError `not_found`. */
  async get(visitId: string): Promise<Visit> {
    const [visit] = await this.#db.select().from(visits).where(eq(visits.id, visitId));
    if (visit === undefined) throw new AppError('not_found');
    return visit;
  }

  checkIn(visitId: string, name: string) {
    return this.#apply(visitId, { type: 'check_in', at: this.#now(), name });
  }

  /** `by` is the visit of the clinician, who must be in the same consultation. */
  admit(by: string, visitId: string, confirmedName: string) {
    return this.#apply(visitId, { type: 'admit', at: this.#now(), confirmedName }, { by });
  }

  /** Once the call runs, whoever is in it joins anew without further ado: all do at once after an outage. */
  async join(visitId: string, at = this.#now()): Promise<void> {
    const [joined] = await this.#db
      .select({ state: visits.state, callStartedAt: consultations.callStartedAt })
      .from(visits)
      .innerJoin(consultations, eq(consultations.id, visits.consultationId))
      .where(eq(visits.id, visitId));
    if (joined?.state.phase === 'in_call' && joined.callStartedAt !== null) return;
    await this.#apply(visitId, { type: 'join', at });
  }

  /** The connection is lost. Nothing happens when a newer one holds the visit already. */
  drop(visitId: string, connectionId: string, at = this.#now()) {
    return this.#apply(visitId, { type: 'drop', at }, { ifHeldBy: connectionId });
  }

  /** The same for a connection of which it is not known whether it ever held a visit. */
  async dropIfAny(connectionId: string, at: number): Promise<void> {
    const held = await this.#db.select({ id: visits.id }).from(visits).where(eq(visits.connectionId, connectionId));
    for (const { id } of held) await this.drop(id, connectionId, at);
  }

  leave(visitId: string) {
    return this.#apply(visitId, { type: 'leave', at: this.#now() });
  }

  remove(by: string, visitId: string, reason?: string) {
    return this.#apply(visitId, { type: 'remove', at: this.#now() }, { by, reason });
  }

  hold(by: string, visitId: string) {
    return this.#apply(visitId, { type: 'hold', at: this.#now() }, { by });
  }

  bringBack(by: string, visitId: string) {
    return this.#apply(visitId, { type: 'bring_back', at: this.#now() }, { by });
  }

  returnToWaiting(by: string, visitId: string) {
    return this.#apply(visitId, { type: 'return_to_waiting', at: this.#now() }, { by });
  }

  /** By staff who are not in the consultation. */
  removeFromDesk(by: AtDesk, visitId: string, reason?: string) {
    return this.#apply(visitId, { type: 'remove', at: this.#now() }, { desk: by, reason });
  }

  /** Staff ring the person up, or have stopped. */
  ring(by: AtDesk, visitId: string, ringing: boolean) {
    const at = this.#now();
    const action = ringing ? 'rung_up' : 'ringing_stopped';
    return this.#note(
      visitId,
      ({ state, ringingSince }) => {
        if (mayHaveMedia(state)) throw new AppError('wrong_state');
        return { ringingSince: ringing ? (ringingSince ?? at) : null };
      },
      { at, action, desk: by },
    );
  }

  /** What the person's page tells of them; what is left out stays. */
  report(visitId: string, report: VisitReport) {
    return this.#note(visitId, (visit) => ({ report: { ...visit.report, ...report } }));
  }

  /** The person's page is about to be left for another device, or is not after all. */
  giveWay(visitId: string, connectionId: string, givesWay: boolean) {
    return this.#note(visitId, (visit) => {
      if (visit.connectionId !== connectionId) throw new AppError('taken_over');
      return { givesWay };
    });
  }

  /** The person wants to be rung on that number, or no longer does. The trail knows of it, but not the number. */
  ringMe(visitId: string, phone: string | null) {
    const at = this.#now();
    return this.#note(visitId, ({ ringMe }) => ({ ringMe: phone === null ? null : { phone, at: ringMe?.at ?? at } }), {
      at,
      action: phone === null ? 'call_back_withdrawn' : 'call_back_wanted',
    });
  }

  /** After the server died, nobody is connected: whoever was, is dropped until back. */
  async dropEverybody(): Promise<void> {
    const connected = await this.#db
      .select({ id: visits.id })
      .from(visits)
      .where(sql`${visits.state} ? 'droppedAt' and ${visits.state} ->> 'droppedAt' is null`);
    for (const { id } of connected) {
      await this.#apply(id, { type: 'drop', at: this.#now() }, { actor: { kind: 'system' } });
    }
  }

  /** Notes something beside the visit's state. Throws AppError `wrong_state` when the visit is over by now. */
  async #note(
    visitId: string,
    noted: (visit: Visit) => Partial<Pick<Visit, 'report' | 'ringMe' | 'ringingSince' | 'givesWay'>>,
    fact?: { at: number; action: string; desk?: AtDesk },
  ): Promise<void> {
    const { consultationId } = await this.get(visitId);
    const changed = await inConsultation(this.#db, consultationId, async (tx, consultation) => {
      const [visit] = await tx.select().from(visits).where(eq(visits.id, visitId));
      if (visit === undefined || !isLive(visit.state)) throw new AppError('wrong_state');
      const actor = fact?.desk === undefined ? actorOf(visit) : staffAtDesk(fact.desk, consultation, visit);
      await tx.update(visits).set(noted(visit)).where(eq(visits.id, visitId));
      const { practiceId } = consultation;
      const about = { actor, practiceId, consultationId, visitId, linkId: visit.linkId };
      if (fact !== undefined) await record(tx, { at: fact.at, action: fact.action, ...about });
      return consultation;
    });
    this.#changes.tell(changed);
  }

  async #apply(
    visitId: string,
    event: VisitEvent,
    how: { by?: string; desk?: AtDesk; actor?: Actor; reason?: string | undefined; ifHeldBy?: string } = {},
  ): Promise<Visit> {
    const { consultationId } = await this.get(visitId);
    const { consultation: changed, applied } = await inConsultation(
      this.#db,
      consultationId,
      async (tx, consultation) => {
        const all = await tx.select().from(visits).where(eq(visits.consultationId, consultationId));
        const visit = all.find(({ id }) => id === visitId)!;
        if (how.ifHeldBy !== undefined && visit.connectionId !== how.ifHeldBy) throw new AppError('taken_over');
        const actor =
          how.desk === undefined
            ? (how.actor ?? actorOf(how.by === undefined ? visit : this.#clinician(all, how.by, visit)))
            : staffAtDesk(how.desk, consultation, visit);
        const result = await applyEvent(tx, consultation.practiceId, visit, event, actor, how.reason);
        if (event.type === 'join') await this.#noteStart(tx, consultation, all, result.visit, event.at);
        if (event.type === 'remove') await this.#revokeLinkOf(tx, consultation, result.visit, actor);
        if (event.type === 'admit') await tx.update(visits).set({ ringingSince: null }).where(eq(visits.id, visitId));
        return { consultation, applied: result };
      },
    );
    this.#announce(changed, applied, event);
    return applied.visit;
  }

  /** Whoever acts on somebody else must be a clinician in the call of that same consultation. */
  #clinician(all: Visit[], by: string, subject: Visit): Visit {
    const clinician = all.find(({ id }) => id === by);
    // A visit of another consultation is none of theirs to know about.
    if (clinician === undefined) throw new AppError('not_found');
    if (clinician.role !== 'clinician' || !mayHaveMedia(clinician.state)) throw new AppError('forbidden');
    if (subject.role === 'clinician') throw new AppError('forbidden');
    return clinician;
  }

  async #noteStart(tx: Db, consultation: Consultation, all: Visit[], joined: Visit, at: number): Promise<void> {
    if (consultation.callStartedAt !== null) return;
    const inCall = [joined, ...all.filter(({ id }) => id !== joined.id)].filter(
      ({ state }) => state.phase === 'in_call' && isConnected(state),
    );
    const bothSides =
      inCall.some(({ role }) => role === 'clinician') && inCall.some(({ role }) => role !== 'clinician');
    if (!bothSides) return;
    await tx.update(consultations).set({ callStartedAt: at }).where(eq(consultations.id, consultation.id));
  }

  /** Somebody who was sent away must not come in again as somebody new. */
  async #revokeLinkOf(tx: Db, { id: consultationId, practiceId }: Consultation, visit: Visit, actor: Actor) {
    if (visit.linkId === null) return;
    const at = this.#now();
    const revoked = await tx
      .update(links)
      .set({ revokedAt: at })
      .where(and(eq(links.id, visit.linkId), isNull(links.revokedAt)))
      .returning({ id: links.id });
    if (revoked.length === 0) return;
    await record(tx, { at, action: 'link_revoked', actor, practiceId, consultationId, linkId: visit.linkId });
  }

  #announce(consultation: Consultation, { visit, mediaClosed }: Applied, event: VisitEvent): void {
    const code = farewells[event.type];
    this.#changes.tell(consultation, {
      moved: [{ visitId: visit.id, phase: visit.state.phase }],
      mediaClosed: mediaClosed ? [visit.id] : [],
      dismissed: code === undefined ? [] : [{ visitId: visit.id, code }],
    });
  }
}

/** Staff who act on somebody of their practice's patients from outside. Throws AppError. */
function staffAtDesk(desk: AtDesk, { practiceId }: Consultation, subject: Visit): Actor {
  if (practiceId !== desk.practiceId) throw new AppError('not_found');
  if (subject.role === 'clinician') throw new AppError('forbidden');
  return { kind: 'staff', id: desk.staffId };
}
