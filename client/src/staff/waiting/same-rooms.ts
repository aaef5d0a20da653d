import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';

/** What the list does not show, and what changes every few seconds while there is a call. */
const notShown = new Set(['quality', 'worker', 'microphone', 'camera']);

const shownOf = (room: WatchedRoom): string =>
  JSON.stringify(room, (key, value: unknown) => (notShown.has(key) && !isReport(value) ? undefined : value));

/** A device's state in somebody's report has the same name as what is sent, and is shown. */
const isReport = (value: unknown): boolean => typeof value === 'string';

/**
 * The rooms of each picture as the same objects as before, where nothing in them changed that the list shows; and as
 * the same array, where none did. So only the rows that changed are drawn anew.
 */
export class SameRooms {
  #known = new Map<string, { room: WatchedRoom; shown: string }>();
  #rooms: readonly WatchedRoom[] = [];

  of(rooms: readonly WatchedRoom[]): readonly WatchedRoom[] {
    this.#known = new Map(
      rooms.map((room) => {
        const known = this.#known.get(room.consultationId);
        if (known?.room === room) return [room.consultationId, known];
        const shown = shownOf(room);
        return [room.consultationId, known?.shown === shown ? known : { room, shown }];
      }),
    );
    const same = [...this.#known.values()].map(({ room }) => room);
    const isUnchanged = same.length === this.#rooms.length && same.every((room, place) => room === this.#rooms[place]);
    if (!isUnchanged) this.#rooms = same;
    return this.#rooms;
  }
}
