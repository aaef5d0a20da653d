import type { QualityView, WatchedRoom, WatchView } from '@front-door/shared/protocol/views.ts';
import type { Log } from '../ops/logger.ts';
import type { Db } from '../db/client.ts';
import { measure } from '../media/quality.ts';
import type { Rooms } from '../media/rooms.ts';
import type { Changes } from '../waiting-room/changes.ts';
import { loadOpenRooms, personView, type Room } from '../waiting-room/view.ts';
import { Coalescer } from './coalescer.ts';
import { sendingIn } from './hub.ts';
import type { Watcher } from './sockets.ts';

/** How often the media figures are measured while somebody watches, ms. */
const measureEvery = 2_000;

interface Deps {
  db: Db;
  rooms: Rooms;
  changes: Changes;
  log: Log;
  now: () => number;
}

/** Shows the practice's rooms to the staff who watch them: at each change, and every few seconds with fresh figures. */
export class Watch {
  readonly #deps: Deps;
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #views: Coalescer;
  readonly #timer: NodeJS.Timeout;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#views = new Coalescer(
      (practiceId) => this.#sendView(practiceId),
      (err) => deps.log.error({ err }, 'cannot send the watchers their view'),
    );
    this.#timer = setInterval(() => this.#refreshAll(), measureEvery).unref();
    deps.changes.on('change', ({ practiceId }) => this.refresh(practiceId));
    deps.changes.on('staff_disabled', (staffId) => this.#dismiss(staffId));
  }

  join(watcher: Watcher): void {
    const watchers = this.#watchers.get(watcher.practiceId) ?? new Set();
    this.#watchers.set(watcher.practiceId, watchers.add(watcher));
    this.refresh(watcher.practiceId);
  }

  leave(watcher: Watcher): void {
    const watchers = this.#watchers.get(watcher.practiceId);
    watchers?.delete(watcher);
    if (watchers?.size === 0) this.#watchers.delete(watcher.practiceId);
  }

  refresh(practiceId: string): void {
    if (this.#watchers.has(practiceId)) this.#views.run(practiceId);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #refreshAll(): void {
    for (const practiceId of this.#watchers.keys()) this.refresh(practiceId);
  }

  #dismiss(staffId: string): void {
    const theirs = [...this.#watchers.values()].flatMap((watchers) =>
      [...watchers].filter((w) => w.staffId === staffId),
    );
    for (const watcher of theirs) watcher.dismiss('not_signed_in');
  }

  async #sendView(practiceId: string): Promise<void> {
    const now = this.#deps.now();
    const open = await loadOpenRooms(this.#deps.db, practiceId, now);
    const rooms = await Promise.all(open.map((room) => this.#watchedRoom(room)));
    const view: WatchView = { now, rooms };
    for (const { socket } of this.#watchers.get(practiceId) ?? []) socket.emit('watch:view', view);
  }

  async #watchedRoom({ consultation, visits }: Room): Promise<WatchedRoom> {
    const { id, createdAt, callStartedAt, clinicianId, clinicianName } = consultation;
    const media = this.#deps.rooms.find(id);
    const sending = sendingIn(this.#deps.rooms, id);
    const people = await Promise.all(
      visits
        .filter(({ state }) => state.phase !== 'removed')
        .map(async (visit) => ({ ...personView(visit, sending), quality: await this.#quality(id, visit.id) })),
    );
    const worker = media === undefined ? null : { index: media.worker.index, pid: media.worker.worker.pid };
    return { consultationId: id, createdAt, callStartedAt, clinicianId, clinicianName, worker, people };
  }

  /** A person whose media went while it was being measured has no figures. */
  async #quality(consultationId: string, visitId: string): Promise<QualityView | null> {
    const peer = this.#deps.rooms.find(consultationId)?.peers.get(visitId);
    return peer === undefined ? null : measure(peer).catch(() => null);
  }
}
