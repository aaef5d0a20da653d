import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';

/** Everybody who is not in the call yet or any more, in the order of arrival. */
export const queueOf = (view: RoomView): PersonView[] =>
  view.people.filter(({ phase }) => phase === 'arrived' || phase === 'waiting' || phase === 'left');

/** Who can be let in at this moment. The server has the last word. */
export const canBeAdmitted = (person: PersonView): person is PersonView & { name: string } =>
  person.phase === 'waiting' && person.droppedAt === null && person.name !== null;
