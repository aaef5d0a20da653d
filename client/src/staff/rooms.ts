import type { WatchedPerson, WatchedRoom, WatchView } from '@front-door/shared/protocol/views.ts';

const waits = (person: WatchedPerson): boolean => person.phase === 'waiting' && person.droppedAt === null;

/** Everybody who waits to be let in, with a connection. */
export const waitingIn = (rooms: readonly WatchedRoom[]): WatchedPerson[] =>
  rooms.flatMap(({ people }) => people.filter(waits));

/** The names of those who did not wait before. */
export function newlyWaiting(before: WatchView, after: WatchView): string[] {
  const known = new Set(waitingIn(before.rooms).map(({ visitId }) => visitId));
  return waitingIn(after.rooms).flatMap(({ visitId, name }) => (known.has(visitId) || name === null ? [] : [name]));
}

/** The rooms that have not ended: where somebody waits first, the longest wait on top; then where somebody is at all; then the newest. */
export function byUrgency(rooms: readonly WatchedRoom[]): WatchedRoom[] {
  const waitsSince = (room: WatchedRoom) => Math.min(...waitingIn([room]).map(({ arrivedAt }) => arrivedAt), Infinity);
  return rooms
    .filter(({ endedAt }) => endedAt === null)
    .toSorted((a, b) => {
      const [first, second] = [waitsSince(a), waitsSince(b)];
      if (first !== second) return first - second;
      const [isEmpty, isEmptyToo] = [a.people.length === 0, b.people.length === 0];
      return Number(isEmpty) - Number(isEmptyToo) || b.createdAt - a.createdAt;
    });
}

/**
 * Whether a room is this clinician's: made by their account, or by somebody else in their name. It only decides where
 * the room is shown; who may enter, the server decides.
 */
export const isOwn = (room: WatchedRoom, me: { id: string; name: string }): boolean =>
  room.clinicianId === me.id || (room.clinicianId === null && room.clinicianName === me.name);

export const isTalking = (person: WatchedPerson): boolean => person.phase === 'in_call' && person.droppedAt === null;

/** Since when somebody is in the state that is shown: lost, in the call, or here. */
export const inStateSince = (person: WatchedPerson): number =>
  person.droppedAt ?? (isTalking(person) ? person.joinedAt : null) ?? person.arrivedAt;
