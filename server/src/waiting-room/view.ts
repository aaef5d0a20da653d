import { isLive, mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { practiceOf, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { consultations, practices, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import type { Visit } from './apply.ts';

/** One consultation with its people in the order of arrival, as the database has it. */
export interface Room {
  consultation: Consultation;
  visits: Visit[];
}

/** What a person sends at this moment, which only the media floor knows. */
export type Sending = (visitId: string) => { microphone: boolean; camera: boolean };

export type Practice = typeof practices.$inferSelect;

export async function loadRoom(db: Db, consultationId: string): Promise<Room & { practice: Practice }> {
  const [consultation] = await db.select().from(consultations).where(eq(consultations.id, consultationId));
  if (consultation === undefined) throw new AppError('not_found');
  const practice = await practiceOf(db, consultation.practiceId);
  const present = await db
    .select()
    .from(visits)
    .where(eq(visits.consultationId, consultationId))
    .orderBy(asc(visits.arrivedAt), asc(visits.id));
  return { consultation, practice, visits: present };
}

/** The practice's open consultations, oldest first. */
export async function loadOpenRooms(db: Db, practiceId: string, now: number): Promise<Room[]> {
  const open = await db
    .select()
    .from(consultations)
    .where(
      and(eq(consultations.practiceId, practiceId), isNull(consultations.endedAt), gt(consultations.validUntil, now)),
    )
    .orderBy(asc(consultations.createdAt), asc(consultations.id));
  if (open.length === 0) return [];
  const present = await db
    .select()
    .from(visits)
    .where(
      inArray(
        visits.consultationId,
        open.map(({ id }) => id),
      ),
    )
    .orderBy(asc(visits.arrivedAt), asc(visits.id));
  const byConsultation = Map.groupBy(present, ({ consultationId }) => consultationId);
  return open.map((consultation) => ({ consultation, visits: byConsultation.get(consultation.id) ?? [] }));
}

/** Somebody as staff may see them. */
export function personView(visit: Visit, sending: Sending): PersonView {
  const { id, role, state, arrivedAt, report, ringMe } = visit;
  return {
    visitId: id,
    role,
    phase: state.phase,
    name: 'name' in state ? state.name : null,
    arrivedAt,
    waitingSince: state.phase === 'waiting' ? state.waitingSince : null,
    joinedAt: state.phase === 'in_call' ? state.joinedAt : null,
    droppedAt: isLive(state) ? state.droppedAt : null,
    ...sending(id),
    report,
    ringMe,
  };
}

/** The consultation as one of its people may see it. */
export function roomViewFor(
  me: Visit,
  { consultation, practice, visits: everybody }: Room & { practice: Practice },
  sending: Sending,
  now: number,
): RoomView {
  const others = everybody.filter((visit) => visit.id !== me.id && maySee(me, visit));
  return {
    now,
    consultationId: consultation.id,
    practice: { name: practice.name, phone: practice.phone, agreement: practice.agreement },
    clinicianName: consultation.clinicianName,
    callStartedAt: mayHaveMedia(me.state) ? consultation.callStartedAt : null,
    me: personView(me, sending),
    people: others.map((visit) => seenBy(me, personView(visit, sending))),
  };
}

/** How somebody's devices fare, and their telephone number, is for clinicians. */
const seenBy = (me: Visit, person: PersonView): PersonView =>
  me.role === 'clinician' ? person : { ...person, report: null, ringMe: null };

function maySee(me: Visit, other: Visit): boolean {
  if (!mayHaveMedia(me.state)) return false;
  return me.role === 'clinician' ? isLive(other.state) || other.state.phase === 'left' : mayHaveMedia(other.state);
}
