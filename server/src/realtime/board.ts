import type { WatchChange, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import type { Db } from '../db/client.ts';
import type { Rooms } from '../media/rooms.ts';
import type { Log } from '../ops/logger.ts';
import { loadListedIds, loadListedRooms, type Room } from '../waiting-room/view.ts';
import { Coalescer } from './coalescer.ts';
import type { Watcher } from './sockets.ts';
import { watchedRoom } from './watched-room.ts';

/** How often the whole list is looked at again, ms: what only time changes, such as a link that expires, shows then. */
const lookEvery = 60_000;
/** How often the media figures are measured, ms. */
const measureEvery = 2_000;
/** How long changes are gathered before they are loaded together, ms: too short for a person to notice. */
const gatherFor = 50;
/** Rooms that are loaded and sent in one go, and those that are measured: everything else has its turn in between. */
const atOnce = 500;
const measuredAtOnce = 4;

export interface BoardDeps {
  db: Db;
  rooms: Rooms;
  log: Log;
  now: () => number;
}

interface Loaded {
  room: Room;
  view: WatchedRoom;
}

interface Listed {
  /** As it was sent last. */
  sent: string;
  /** As it was loaded last, while it has media: its figures are renewed without asking the database again. */
  withMedia: Room | null;
}

/**
 * One practice's list of rooms, for as long as somebody watches it. Whole lists and differences are brought by the
 * same loop, one at a time, so that none overtakes another; what changes during one is in the next.
 */
export class Board {
  readonly #deps: BoardDeps;
  readonly #practiceId: string;
  /** Who has just come and is owed the whole list. */
  readonly #awaiting = new Set<Watcher>();
  /** Who has the list as it was last brought, and needs the differences alone. */
  readonly #following = new Set<Watcher>();
  /** The rooms in the list as it was last brought. */
  readonly #listed = new Map<string, Listed>();
  /** The consultations that changed and were not loaded since. */
  #changed = new Set<string>();
  #looksAgain = false;
  #measures = false;
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
      setInterval(() => this.lookAgain(), lookEvery).unref(),
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

  /** Looks at the whole list, and tells what is different. */
  lookAgain(): void {
    this.#looksAgain = true;
    this.#run();
  }

  close(): void {
    clearTimeout(this.#gathering);
    for (const timer of this.#timers) clearInterval(timer);
  }

  #run(): void {
    this.#loop.run(this.#practiceId);
  }

  /** What could not be loaded is tried again as well. */
  #measure(): void {
    for (const [id, { withMedia }] of this.#listed) {
      if (withMedia === null && this.#deps.rooms.find(id) !== undefined) this.#changed.add(id);
    }
    this.#measures = true;
    this.#run();
  }

  async #bring(): Promise<void> {
    if (this.watchers.length === 0) return;
    const changed = this.#changed;
    const [looksAgain, measures] = [this.#looksAgain, this.#measures];
    this.#changed = new Set();
    this.#looksAgain = false;
    this.#measures = false;
    try {
      if (looksAgain || this.#awaiting.size > 0) await this.#bringAll();
      else if (changed.size > 0) await this.#bringChanged([...changed]);
    } catch (error) {
      for (const id of changed) this.#changed.add(id);
      this.#looksAgain ||= looksAgain;
      throw error;
    }
    if (measures) await this.#bringFigures();
  }

  /** The whole list to whoever has just come; to the others what is different in it. */
  async #bringAll(): Promise<void> {
    const { db, now: clock } = this.#deps;
    const newcomers = [...this.#awaiting];
    const ids = await loadListedIds(db, this.#practiceId, clock());
    const listed = new Set(ids);
    const gone = [...this.#listed.keys()].filter((id) => !listed.has(id));
    const whole: WatchedRoom[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const now = clock();
      const rooms = await this.#load(ids.slice(from, from + atOnce), now);
      this.#tellFollowers({ now, rooms: this.#note(rooms), gone: [] });
      whole.push(...rooms.map(({ view }) => view));
    }
    for (const id of gone) this.#listed.delete(id);
    this.#tellFollowers({ now: clock(), rooms: [], gone });
    // Whoever left meanwhile is not made to follow.
    const stayed = newcomers.filter((one) => this.#awaiting.delete(one));
    for (const one of stayed) this.#following.add(one);
    to(stayed)?.emit('watch:view', { now: clock(), rooms: whole });
  }

  async #bringChanged(changed: string[]): Promise<void> {
    for (let from = 0; from < changed.length; from += atOnce) {
      const ids = changed.slice(from, from + atOnce);
      const now = this.#deps.now();
      const rooms = await this.#load(ids, now);
      this.#note(rooms);
      const found = new Set(rooms.map(({ room }) => room.consultation.id));
      const gone = ids.filter((id) => !found.has(id) && this.#listed.delete(id));
      this.#tellFollowers({ now, rooms: rooms.map(({ view }) => view), gone });
    }
  }

  /** Of the rooms that had media when they were sent last: also to show that it has gone. */
  async #bringFigures(): Promise<void> {
    const known = [...this.#listed.values()].flatMap(({ withMedia }) => withMedia ?? []);
    const rooms: WatchedRoom[] = [];
    for await (const some of this.#measured(known)) {
      this.#note(some);
      rooms.push(...some.map(({ view }) => view));
    }
    this.#tellFollowers({ now: this.#deps.now(), rooms, gone: [] });
  }

  async #load(ids: string[], now: number): Promise<Loaded[]> {
    const loaded: Loaded[] = [];
    const rooms = await loadListedRooms(this.#deps.db, this.#practiceId, now, ids);
    for await (const some of this.#measured(rooms)) loaded.push(...some);
    return loaded;
  }

  /** A few at a time. */
  async *#measured(rooms: Room[]): AsyncGenerator<Loaded[]> {
    for (let from = 0; from < rooms.length; from += measuredAtOnce) {
      const some = rooms.slice(from, from + measuredAtOnce);
      yield Promise.all(some.map(async (room) => ({ room, view: await watchedRoom(this.#deps.rooms, room) })));
    }
  }

  /** Remembers them as sent; gives those that were not sent like this before. */
  #note(rooms: Loaded[]): WatchedRoom[] {
    return rooms
      .filter(({ room, view }) => {
        const sent = JSON.stringify(view);
        const before = this.#listed.get(view.consultationId);
        this.#listed.set(view.consultationId, { sent, withMedia: view.worker === null ? null : room });
        return before?.sent !== sent;
      })
      .map(({ view }) => view);
  }

  #tellFollowers(change: WatchChange): void {
    if (change.rooms.length === 0 && change.gone.length === 0) return;
    to([...this.#following])?.emit('watch:changed', change);
  }
}

/** All of them at once: what they are sent is put into words only once. Nothing where there is nobody. */
const to = (watchers: readonly Watcher[]) => watchers[0]?.socket.nsp.to(watchers.map(({ socket }) => socket.id));
