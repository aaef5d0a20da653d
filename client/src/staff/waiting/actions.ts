import type { WatchedPerson, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { leadOf, statusOf, visitorsOf, type StatusName } from './status.ts';
import { numbersOf } from './who.ts';

/** What staff can do with a consultation of the list. */
export type ActionName =
  | 'call_in'
  | 'open'
  | 'message'
  | 'messages'
  | 'ring'
  | 'transfer'
  | 'remove'
  | 'no_show'
  | 'lift'
  | 'finish';

/** What is possible in each status, as the server sees it too; `call_in` and `open` for clinicians alone. */
const possible: Record<StatusName, readonly ActionName[]> = {
  invited: ['ring', 'transfer', 'no_show', 'finish'],
  opened: ['message', 'ring', 'transfer', 'remove', 'finish'],
  checking: ['call_in', 'message', 'ring', 'transfer', 'remove', 'finish'],
  waiting: ['call_in', 'message', 'ring', 'transfer', 'remove', 'finish'],
  dropped: ['message', 'ring', 'transfer', 'remove', 'no_show', 'finish'],
  in_call: ['open', 'messages', 'transfer'],
  held: ['open', 'message', 'ring', 'transfer', 'remove', 'finish'],
  left: ['ring', 'messages', 'transfer', 'no_show', 'finish'],
  no_show: ['lift', 'ring', 'messages', 'transfer', 'finish'],
  ended: ['messages'],
};

/** Of these, the first that is possible is the row's one button. */
const foremost: Record<StatusName, readonly ActionName[]> = {
  invited: ['ring'],
  opened: ['message'],
  checking: ['call_in', 'message'],
  waiting: ['call_in', 'message'],
  dropped: ['ring', 'message'],
  in_call: ['open'],
  held: ['open', 'message'],
  left: ['ring', 'finish'],
  no_show: ['lift'],
  ended: [],
};

/** A row's one button and what else there is. */
export interface Actions {
  main: ActionName | null;
  more: ActionName[];
}

export function actionsFor(room: WatchedRoom, { isClinician }: { isClinician: boolean }): Actions {
  const { is } = statusOf(room);
  const all = allOf(room, isClinician);
  const isRung = wantsRinging(room);
  const first = isRung ? ['ring' as const, ...foremost[is]] : foremost[is];
  const canDial = isRung || numbersOf(room).length > 0;
  const main = first.find((action) => all.includes(action) && (action !== 'ring' || canDial)) ?? null;
  return { main, more: all.filter((action) => action !== main) };
}

const allOf = (room: WatchedRoom, isClinician: boolean): ActionName[] =>
  possible[statusOf(room).is].filter((action) => isPossible(action, room, isClinician));

/** Whether anybody is there, or soon will be again, to read a message. */
export const canWrite = (room: WatchedRoom): boolean => allOf(room, false).includes('message');
export const canFinish = (room: WatchedRoom): boolean => allOf(room, false).includes('finish');

function isPossible(action: ActionName, room: WatchedRoom, isClinician: boolean): boolean {
  switch (action) {
    case 'call_in':
      return isClinician && callable(room) !== null;
    case 'open':
      return isClinician;
    case 'messages':
      return room.messages.length > 0;
    case 'ring':
      return numbersOf(room).length > 0 || canBeTold(leadOf(room));
    case 'finish':
      return !visitorsOf(room).some(isLetIn);
    case 'message':
    case 'transfer':
    case 'remove':
    case 'no_show':
    case 'lift':
      return true;
  }
}

/** Whoever could be called in at this moment; the server has the last word. */
export function callable(room: WatchedRoom): (WatchedPerson & { name: string }) | null {
  const person = leadOf(room);
  return person?.phase === 'waiting' && person.droppedAt === null && hasName(person) ? person : null;
}

const hasName = (person: WatchedPerson): person is WatchedPerson & { name: string } => person.name !== null;

/** Whether somebody's page can say that they are being rung up. */
export const canBeTold = (person: WatchedPerson | undefined): person is WatchedPerson =>
  person !== undefined && ['arrived', 'waiting', 'held'].includes(person.phase);

/** In the call, also while the connection is lost. */
const isLetIn = ({ phase }: WatchedPerson): boolean => phase === 'admitted' || phase === 'in_call';

/** Whether the telephone is what comes next, or goes on already. */
const wantsRinging = (room: WatchedRoom): boolean =>
  visitorsOf(room).some(({ ringMe, ringingSince }) => ringMe !== null || ringingSince !== null);
