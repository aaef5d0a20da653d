import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { isLetIn } from '../call/wanted.ts';

/** Something that happened to somebody else since the last view. */
export interface News {
  what:
    | 'arrived'
    | 'waiting'
    | 'sentBack'
    | 'held'
    | 'joined'
    | 'dropped'
    | 'returned'
    | 'left'
    | 'muted'
    | 'unmuted'
    | 'cameraOff'
    | 'cameraOn';
  person: PersonView;
}

/** How long after joining the devices may take to start, ms. */
const justJoined = 4_000;

/** What is worth telling of the others, comparing two views; nothing to whoever is not shown them any more. */
export function newsBetween(before: Pick<RoomView, 'people'>, after: RoomView): News[] {
  if (!isLetIn(after.me)) return [];
  const known = new Map(before.people.map((person) => [person.visitId, person]));
  const now = new Set(after.people.map(({ visitId }) => visitId));
  const gone = before.people.filter(({ visitId, phase }) => !now.has(visitId) && phase !== 'left');
  return [
    ...after.people.flatMap((person) => newsOf(known.get(person.visitId), person, after.now)),
    ...gone.map((person): News => ({ what: 'left', person })),
  ];
}

function newsOf(before: PersonView | undefined, person: PersonView, now: number): News[] {
  const news = (what: News['what']): News[] => [{ what, person }];
  if (before?.phase !== person.phase) return phaseNews(before, person).flatMap(news);
  if ((before.droppedAt === null) !== (person.droppedAt === null)) {
    return news(person.droppedAt === null ? 'returned' : 'dropped');
  }
  // Whoever is just coming, or gone, sends nothing for other reasons.
  if (person.joinedAt === null || now - person.joinedAt < justJoined || person.droppedAt !== null) return [];
  return [
    ...(before.microphone === person.microphone ? [] : news(person.microphone ? 'unmuted' : 'muted')),
    ...(before.camera === person.camera ? [] : news(person.camera ? 'cameraOn' : 'cameraOff')),
  ];
}

function phaseNews(before: PersonView | undefined, { phase }: PersonView): Array<News['what']> {
  switch (phase) {
    case 'arrived':
      return before === undefined ? ['arrived'] : [];
    case 'waiting':
      return [before !== undefined && (isLetIn(before) || before.phase === 'held') ? 'sentBack' : 'waiting'];
    case 'in_call':
      return ['joined'];
    case 'held':
      return ['held'];
    case 'left':
      return before === undefined ? [] : ['left'];
    case 'admitted':
    case 'removed':
    case 'ended':
      return [];
  }
}
