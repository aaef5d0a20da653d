import type { WatchChange } from '@front-door/shared/protocol/views.ts';
import type { Db } from '../db/client.ts';
import type { Rooms } from '../media/rooms.ts';
import type { Log } from '../ops/logger.ts';
import { loadListedRooms } from '../waiting-room/view.ts';
import { Coalescer } from './coalescer.ts';
import type { Watcher } from './sockets.ts';
import { watchedRoom } from './watched-room.ts';

/** How often everybody gets the whole list, ms: what only time changes, such as a link that expires, shows then. */
const wholeEvery = 60_000;
/** How often the media figures are measured, ms. */
const measureEvery = 2_000;
/** How long changes are gathered before they are loaded together, ms: too short for a person to notice. */
const gatherFor = 50;

export interface BoardDeps {
  db: Db;
  rooms: Rooms;
  log: Log;
  now: () => number;
}

/**
 * One practice's list of rooms, for as long as somebody watches it. Whole lists and differences are brought by the
 * same loop, one at a time, so that none overtakes another; what changes during one is in the next.
 */
export class Board {
  readonly #deps: BoardDeps;
  readonly #practiceId: string;
  /** Who is owed the whole list: whoever has just come, and once a minute everybody. */
  readonly #awaiting = new Set<Watcher>();
  /** Who has the list as it was last brought, and needs the differences alone. */
  readonly #following = new Set<Watcher>();
  /** The rooms in the list as it was last brought, and whether they had media. */
  #listed = new Map<string, { hadMedia: boolean }>();
  /** The consultations that changed and were not loaded since. */
  #changed = new Set<string>();
  #gathering: NodeJS.Timeout | undefined;
  readonly #timers: NodeJS.Timeout[];
  readonly #loop: Coalescer;

  constructor(deps: BoardDeps, practiceId: string) {
    this.#deps = deps;
    this.#practiceId = practiceId;
    this.#loop = new Coalescer(
      () => this.#bring(),
      (err) => deps.log.error({ err }, 'cannot send the watchers their rooms'),
    );
    this.#timers = [
      setInterval(() => this.#renew(), wholeEvery).unref(),
      setInterval(() => this.#measure(), measureEvery).unref(),
    ];
  }

  get watchers(): readonly Watcher[] {
    return [...this.#awaiting, ...this.#following];
  }

  join(watcher: Watcher): void {
    this.#awaiting.add(watcher);
    this.#run();
  }

  leave(watcher: Watcher): void {
    this.#awaiting.delete(watcher);
    this.#following.delete(watcher);
  }

  /** Something about the consultation is different in the database. */
  change(consultationId: string): void {
    this.#changed.add(consultationId);
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#run();
    }, gatherFor).unref();
  }

  close(): void {
    clearTimeout(this.#gathering);
    for (const timer of this.#timers) clearInterval(timer);
  }

  #run(): void {
    this.#loop.run(this.#practiceId);
  }

  #renew(): void {
    for (const watcher of this.#following) this.#awaiting.add(watcher);
    this.#following.clear();
    this.#run();
  }

  /** Where media has just gone is looked at once more, to show that it has. What could not be loaded is tried again. */
  #measure(): void {
    for (const [id, { hadMedia }] of this.#listed) {
      if (hadMedia || this.#deps.rooms.find(id) !== undefined) this.#changed.add(id);
    }
    this.#run();
  }

  async #bring(): Promise<void> {
    const awaiting = [...this.#awaiting];
    const changed = this.#changed;
    const isWhole = awaiting.length > 0;
    if (this.watchers.length === 0 || (!isWhole && changed.size === 0)) return;
    this.#changed = new Set();
    try {
      await this.#load(awaiting, changed, isWhole);
    } catch (error) {
      for (const id of changed) this.#changed.add(id);
      throw error;
    }
  }

  async #load(awaiting: Watcher[], changed: ReadonlySet<string>, isWhole: boolean): Promise<void> {
    const { db, rooms: media, now: clock } = this.#deps;
    const now = clock();
    const loaded = await loadListedRooms(db, this.#practiceId, now, isWhole ? undefined : [...changed]);
    const rooms = await Promise.all(loaded.map((room) => watchedRoom(media, room)));

    const found = new Map(rooms.map(({ consultationId: id, worker }) => [id, { hadMedia: worker !== null }]));
    const before = this.#listed;
    const gone = [...(isWhole ? before.keys() : changed)].filter((id) => before.has(id) && !found.has(id));
    const different = rooms.filter(({ consultationId: id }) => changed.has(id) || !before.has(id));
    this.#listed = isWhole ? found : new Map([...before, ...found]);
    for (const id of gone) this.#listed.delete(id);

    this.#tellFollowers({ now, rooms: different, gone });
    for (const watcher of awaiting) {
      // Whoever left meanwhile is not made to follow.
      if (!this.#awaiting.delete(watcher)) continue;
      this.#following.add(watcher);
      watcher.socket.emit('watch:view', { now, rooms });
    }
  }

  #tellFollowers(change: WatchChange): void {
    if (change.rooms.length === 0 && change.gone.length === 0) return;
    for (const { socket } of this.#following) socket.emit('watch:changed', change);
  }
}
