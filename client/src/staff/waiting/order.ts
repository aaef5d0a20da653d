import { turnOf } from '@front-door/shared/domain/queue.ts';
import type { WatchedClinic, WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { leadOf, statusOf } from './status.ts';

/** Who came to one clinic, or to none, in the order of their turns. */
export interface ClinicQueue {
  clinic: WatchedClinic | null;
  rooms: WatchedRoom[];
  /** How many wait, how many are in a call, and how many have not come yet. */
  counts: { waiting: number; inCall: number; expected: number };
}

export interface Arranged {
  queues: ClinicQueue[];
  /** Who has not come yet, or not any more, by the time of their appointments. */
  expected: WatchedRoom[];
  /** What is over, the last first. */
  finished: WatchedRoom[];
}

/** The list in its parts. `clinics` are those that have a part of their own although nobody is there. */
export function arrange(rooms: readonly WatchedRoom[], clinics: readonly WatchedClinic[]): Arranged {
  const open = rooms.filter(({ endedAt }) => endedAt === null);
  const here = open.filter(isHere);
  const expected = open.filter((room) => !isHere(room));
  const queueOf = (clinic: WatchedClinic | null): ClinicQueue => {
    const isIn = (room: WatchedRoom) => (room.clinic?.id ?? null) === (clinic?.id ?? null);
    const own = here.filter(isIn);
    return { clinic, rooms: own.toSorted(byTurn), counts: countsOf(own, expected.filter(isIn)) };
  };
  const isAnyWithout = here.some(({ clinic }) => clinic === null);
  return {
    queues: [...withClosed(clinics, here), ...(isAnyWithout ? [null] : [])].map(queueOf),
    expected: expected.toSorted(byAppointment),
    finished: rooms.filter(({ endedAt }) => endedAt !== null).toSorted((a, b) => b.endedAt! - a.endedAt!),
  };
}

const notHere = new Set(['invited', 'no_show']);
const isHere = (room: WatchedRoom): boolean => !notHere.has(statusOf(room).is);

/** Clinics that were closed while somebody is still there are no longer among the clinics, but in the list. */
function withClosed(clinics: readonly WatchedClinic[], here: readonly WatchedRoom[]): WatchedClinic[] {
  const all = new Map(clinics.map((clinic) => [clinic.id, clinic]));
  for (const { clinic } of here) if (clinic && !all.has(clinic.id)) all.set(clinic.id, { ...clinic, late: null });
  return [...all.values()];
}

function countsOf(here: readonly WatchedRoom[], expected: readonly WatchedRoom[]) {
  const statuses = here.map((room) => statusOf(room).is);
  return {
    waiting: statuses.filter((is) => isInLine.has(is)).length,
    inCall: statuses.filter((is) => is === 'in_call' || is === 'held').length,
    expected: expected.filter(({ noShowAt }) => noShowAt === null).length,
  };
}

const isInLine = new Set<string>(['opened', 'checking', 'waiting', 'dropped']);

/** Whose turn the consultation's is: the patient's, if there is one, as in the queue that patients are told of. */
const queuedOf = (room: WatchedRoom): WatchedPerson | undefined =>
  room.people.find(({ role }) => role === 'patient') ?? leadOf(room);

function turnIn(room: WatchedRoom): number {
  const person = queuedOf(room);
  return turnOf(person?.placeSince ?? person?.arrivedAt ?? room.createdAt, room.expectedAt);
}

const hasLeft = (room: WatchedRoom): number => Number(statusOf(room).is === 'left');
const idIn = (room: WatchedRoom): string => queuedOf(room)?.visitId ?? room.consultationId;

const byTurn = (a: WatchedRoom, b: WatchedRoom): number =>
  hasLeft(a) - hasLeft(b) || turnIn(a) - turnIn(b) || (idIn(a) < idIn(b) ? -1 : 1);

const byAppointment = (a: WatchedRoom, b: WatchedRoom): number =>
  (a.expectedAt ?? Infinity) - (b.expectedAt ?? Infinity) || a.createdAt - b.createdAt;

/**
 * The places in one clinic's queue, as the patients are told them: 1 for whoever is next. Who has been away for longer
 * than a place is kept has none.
 *
 * @param rooms in the order of their turns
 * @param placeKept ms
 */
export function placesIn(rooms: readonly WatchedRoom[], placeKept: number, now: number): Map<string, number> {
  const inQueue = rooms.filter(({ people }) => {
    const patient = people.find(({ role }) => role === 'patient');
    if (patient?.phase !== 'arrived' && patient?.phase !== 'waiting') return false;
    return now - (patient.droppedAt ?? now) <= placeKept;
  });
  return new Map(inQueue.map(({ consultationId }, before) => [consultationId, before + 1]));
}
