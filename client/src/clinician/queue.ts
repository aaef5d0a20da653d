import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { isLetIn, wantsMedia } from '../call/wanted.ts';

/** Everybody who is not in the call yet or any more, in the order of arrival. */
export const queueOf = (view: RoomView): PersonView[] =>
  view.people.filter(({ phase }) => phase === 'arrived' || phase === 'waiting' || phase === 'left');

/** Everybody else who is in the call or was taken out of it for a moment. */
export const peopleHere = (view: RoomView): PersonView[] =>
  view.people.filter((person) => isLetIn(person) || isOnHold(person));

export const isOnHold = ({ phase }: PersonView): boolean => phase === 'held';

/** There is a call, though perhaps everybody else is on hold. */
export const isCall = (view: RoomView): boolean => wantsMedia(view) || view.people.some(isOnHold);

/** Those on hold, when there is nobody else in the call; the others may talk to each other meanwhile. */
export const heldAlone = (view: RoomView): PersonView[] => (wantsMedia(view) ? [] : view.people.filter(isOnHold));

/** Who can be let in at this moment. The server has the last word. */
export const canBeAdmitted = (person: PersonView): person is PersonView & { name: string } =>
  person.phase === 'waiting' && person.droppedAt === null && person.name !== null;
