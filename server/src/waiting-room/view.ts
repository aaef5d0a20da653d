import { isLive, mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import type { MessageView, PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { clinics, consultations, links, practices, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { isConnected, type Visit } from './apply.ts';
import { loadMessages } from './messages.ts';

/** One consultation with its people in the order of arrival, as the database has it. */
export interface Room {
  consultation: Consultation;
  clinic: Clinic | null;
  messages: MessageView[];
  visits: Visit[];
}

/** What a person sends at this moment, how good a picture, and what keeps them from it: only the media floor knows. */
export type Sending = (visitId: string) => Pick<PersonView, 'microphone' | 'camera' | 'picture' | 'interruption'>;

type Clinic = typeof clinics.$inferSelect;
export type Practice = typeof practices.$inferSelect;

export async function loadRoom(db: Db, consultationId: string): Promise<Room & { practice: Practice }> {
  const [found] = await db
    .select({ consultation: consultations, practice: practices, clinic: clinics })
    .from(consultations)
    .innerJoin(practices, eq(practices.id, consultations.practiceId))
    .leftJoin(clinics, eq(clinics.id, consultations.clinicId))
    .where(eq(consultations.id, consultationId));
  if (found === undefined) throw new AppError('not_found');
  const { consultation, practice, clinic } = found;
  const present = await db
    .select()
    .from(visits)
    .where(eq(visits.consultationId, consultationId))
    .orderBy(asc(visits.arrivedAt), asc(visits.id));
  const messagesOf = await loadMessages(db, [consultation]);
  return { consultation, practice, clinic, messages: messagesOf(consultationId), visits: present };
}

/** How long before an appointment it is in the list, and how long a clinic's consultation after its end, ms. */
const listedBefore = 24 * 3_600_000;
const listedAfter = 12 * 3_600_000;

/** Which of a practice's consultations its staff see in their list. */
function isListed(practiceId: string, now: number) {
  const { clinicId, expectedAt, endedAt, validUntil, id } = consultations;
  const isOpen = and(isNull(endedAt), gt(validUntil, now));
  const isNear = or(isNull(expectedAt), lt(expectedAt, now + listedBefore));
  // Whoever asked at a clinic's own link for a visit and then did not open it is nobody yet.
  const isSomebody = or(
    isNull(clinicId),
    isNotNull(expectedAt),
    // Asked of each that is left, by an index. With `exists` all links there ever were may be read instead.
    sql`(select true from ${visits} where ${visits.consultationId} = ${id} limit 1)`,
    sql`(select true from ${links} where ${links.consultationId} = ${id} and ${links.role} = 'clinician' limit 1)`,
  );
  const isRecent = and(isNotNull(clinicId), gt(endedAt, now - listedAfter));
  return and(eq(consultations.practiceId, practiceId), isSomebody, or(and(isOpen, isNear), isRecent));
}

/** What is in the list of the practice's staff, oldest first. */
export async function loadListedIds(db: Db, practiceId: string, now: number): Promise<string[]> {
  const { id, createdAt } = consultations;
  const rows = await db
    .select({ id })
    .from(consultations)
    .where(isListed(practiceId, now))
    .orderBy(asc(createdAt), asc(id));
  return rows.map((row) => row.id);
}

/** The list of the practice's staff, oldest first; of `only` these consultations when they are named. */
export async function loadListedRooms(
  db: Db,
  practiceId: string,
  now: number,
  only?: readonly string[],
): Promise<Room[]> {
  // One statement, so that a consultation and its people are of the same moment.
  const rows = await db
    .select({ consultation: consultations, clinic: clinics, visit: visits })
    .from(consultations)
    .leftJoin(clinics, eq(clinics.id, consultations.clinicId))
    .leftJoin(visits, eq(visits.consultationId, consultations.id))
    .where(and(isListed(practiceId, now), only && inArray(consultations.id, [...only])))
    .orderBy(asc(consultations.createdAt), asc(consultations.id), asc(visits.arrivedAt), asc(visits.id));
  const byConsultation = Map.groupBy(rows, ({ consultation }) => consultation.id);
  const messagesOf = await loadMessages(
    db,
    [...byConsultation.keys()].map((id) => ({ id })),
  );
  return [...byConsultation].map(([id, ofOne]) => ({
    consultation: ofOne[0]!.consultation,
    clinic: ofOne[0]!.clinic,
    messages: messagesOf(id),
    visits: ofOne.flatMap(({ visit }) => visit ?? []),
  }));
}

/** Somebody as staff may see them. */
export function personView(visit: Visit, sending: Sending): PersonView {
  const { id, role, state, arrivedAt, report, ringMe, ringingSince } = visit;
  return {
    visitId: id,
    role,
    phase: state.phase,
    name: 'name' in state ? state.name : null,
    arrivedAt,
    waitingSince: state.phase === 'waiting' ? state.waitingSince : null,
    joinedAt: state.phase === 'in_call' ? state.joinedAt : null,
    placeSince: 'placeSince' in state ? state.placeSince : null,
    heldAt: state.phase === 'held' ? state.heldAt : null,
    droppedAt: isLive(state) ? state.droppedAt : null,
    ...sending(id),
    report,
    ringMe,
    ringingSince,
  };
}

/** The consultation as one of its people may see it. */
export function roomViewFor(
  me: Visit,
  { consultation, practice, clinic, messages, visits: everybody }: Room & { practice: Practice },
  sending: Sending,
  now: number,
): RoomView {
  const { name, phone, agreement, placeKeptMinutes } = practice;
  const others = everybody.filter((visit) => visit.id !== me.id && maySee(me, visit));
  return {
    now,
    consultationId: consultation.id,
    practice: { name, phone, agreement, placeKeptMinutes },
    clinicianName: consultation.clinicianName,
    clinic: clinic && { name: clinic.name, welcome: clinic.welcome },
    expectedAt: consultation.expectedAt,
    messages,
    repliesAllowed: practice.repliesAllowed,
    callStartedAt: mayHaveMedia(me.state) ? consultation.callStartedAt : null,
    mayPrepare: mayPrepare(me, everybody),
    me: personView(me, sending),
    people: others.map((visit) => seenBy(me, personView(visit, sending))),
  };
}

/** How somebody's devices fare, and their telephone number, is for clinicians. */
const seenBy = (me: Visit, person: PersonView): PersonView =>
  me.role === 'clinician' ? person : { ...person, report: null, ringMe: null, ringingSince: null };

function mayPrepare(me: Visit, everybody: Visit[]): boolean {
  const here = everybody.filter(({ state }) => isConnected(state));
  const isClinician = ({ role, state }: Visit) => role === 'clinician' && mayHaveMedia(state);
  const waits = ({ state }: Visit) => state.phase === 'waiting';
  return (isClinician(me) && here.some(waits)) || (waits(me) && here.some(isClinician));
}

function maySee(me: Visit, other: Visit): boolean {
  if (!mayHaveMedia(me.state)) return false;
  return me.role === 'clinician' ? isLive(other.state) || other.state.phase === 'left' : mayHaveMedia(other.state);
}
