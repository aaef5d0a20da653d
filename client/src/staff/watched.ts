import type { WatchChange, WatchedRoom } from '@front-door/shared/protocol/views.ts';

/** The practice's rooms by their id, oldest first. */
export type RoomsById = ReadonlyMap<string, WatchedRoom>;

export const byId = (rooms: readonly WatchedRoom[]): RoomsById =>
  new Map(rooms.map((room) => [room.consultationId, room]));

/** The list after a difference. A room that changed keeps its place; a new one is the last. */
export function withChange(before: RoomsById, { rooms, gone }: Pick<WatchChange, 'rooms' | 'gone'>): RoomsById {
  const after = new Map([...before, ...byId(rooms)]);
  for (const id of gone) after.delete(id);
  return after;
}
