import type { WatchChange, WatchView } from '@front-door/shared/protocol/views.ts';

/** A message as it came. */
export interface Heard {
  name: string;
  data: unknown;
}

/** What somebody who watches has before their eyes after each message. Throws when a difference comes before a whole list. */
export function picturesIn(heard: readonly Heard[]): WatchView[] {
  const pictures: WatchView[] = [];
  for (const { name, data } of heard) {
    if (name === 'watch:view') pictures.push(data as WatchView);
    if (name === 'watch:changed') pictures.push(changed(pictures.at(-1), data as WatchChange));
  }
  return pictures;
}

function changed(before: WatchView | undefined, { now, rooms, gone }: WatchChange): WatchView {
  if (before === undefined) throw new Error('a difference came before the whole list');
  const byId = new Map([...before.rooms, ...rooms].map((room) => [room.consultationId, room]));
  for (const id of gone) byId.delete(id);
  return { now, rooms: [...byId.values()] };
}
