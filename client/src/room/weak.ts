import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { peopleInCall } from '../call/wanted.ts';
import { t } from '../i18n/index.ts';
import { nameOf } from './names.ts';

/** What somebody's weak connection, or their wish to save data, does to the pictures. */
export type Limit = 'both' | 'sends' | 'receives' | 'slow' | 'saving';

/** One person's, and what to say of it. */
export interface Told {
  visitId: string;
  limit: Limit;
  text: string;
}

/** Pictures stand still. */
export const isStill = (limit: Limit | undefined): boolean =>
  limit !== undefined && limit !== 'slow' && limit !== 'saving';

/** What is to be told of everybody's connection, one's own first. */
export function toldOf(view: RoomView): Told[] {
  const others = peopleInCall(view);
  const mine = limitOf(view.me, others);
  const own: Told[] = mine === null ? [] : [{ visitId: view.me.visitId, limit: mine, text: t(`weak:mine.${mine}`) }];
  const theirs = others.flatMap((person): Told[] => {
    const limit = limitOf(person, [view.me]);
    if (limit === null) return [];
    return [{ visitId: person.visitId, limit, text: t(`weak:theirs.${limit}`, { name: nameOf(person) }) }];
  });
  return [...own, ...theirs];
}

/** Who has no camera on sends no picture that could be missed, and where there is none nobody misses it. */
function limitOf(person: PersonView, others: readonly PersonView[]): Limit | null {
  if (person.droppedAt !== null) return null;
  const { sends, receives, savesData } = person.picture;
  const sent = person.camera ? sends : 'full';
  const received = others.some(({ camera }) => camera) ? receives : 'full';
  if (sent === 'off' && received === 'off') return 'both';
  if (sent === 'off') return 'sends';
  if (received === 'off') return 'receives';
  if (savesData) return 'saving';
  return sent === 'slow' || received === 'slow' ? 'slow' : null;
}
