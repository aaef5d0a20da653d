import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';

/** What a consultation in the list is, in one word; and since when, ms, where that is known. */
export interface Status {
  is: StatusName;
  since: number | null;
}
export type StatusName =
  | 'invited'
  | 'opened'
  | 'checking'
  | 'waiting'
  | 'dropped'
  | 'in_call'
  | 'held'
  | 'left'
  | 'no_show'
  | 'ended';

/** A consultation's one status: its own where it has one, else that of whoever is furthest on the way to the call. */
export function statusOf(room: WatchedRoom): Status {
  if (room.noShowAt !== null) return { is: 'no_show', since: room.noShowAt };
  if (room.endedAt !== null) return { is: 'ended', since: room.endedAt };
  const person = leadOf(room);
  return person === undefined ? { is: 'invited', since: null } : statusOfPerson(person);
}

function statusOfPerson({ phase, droppedAt, arrivedAt, heldAt, joinedAt, report }: WatchedPerson): Status {
  if (droppedAt !== null) return { is: 'dropped', since: droppedAt };
  switch (phase) {
    case 'arrived':
    case 'waiting':
      if (report?.step === 'check') return { is: 'checking', since: arrivedAt };
      return { is: phase === 'arrived' ? 'opened' : 'waiting', since: arrivedAt };
    case 'admitted':
    case 'in_call':
      return { is: 'in_call', since: joinedAt };
    case 'held':
      return { is: 'held', since: heldAt };
    case 'left':
    case 'removed':
      return { is: 'left', since: null };
    case 'ended':
      return { is: 'ended', since: null };
  }
}

/** Everybody of the patient's side. */
export const visitorsOf = ({ people }: Pick<WatchedRoom, 'people'>): WatchedPerson[] =>
  people.filter(({ role }) => role !== 'clinician');

/** Whom the consultation is shown as: whoever is furthest on the way to the call; of two alike, the patient. */
export const leadOf = (room: Pick<WatchedRoom, 'people'>): WatchedPerson | undefined =>
  visitorsOf(room).toSorted((a, b) => distanceOf(a) - distanceOf(b) || Number(isGuest(a)) - Number(isGuest(b)))[0];

const isGuest = ({ role }: WatchedPerson): boolean => role === 'guest';

const distances = { in_call: 0, admitted: 1, held: 2, waiting: 3, arrived: 4, left: 6, removed: 7, ended: 7 };
const away = 5;
const distanceOf = ({ phase, droppedAt }: WatchedPerson): number => (droppedAt === null ? distances[phase] : away);
