import { WorkerClosedError } from 'mediasoup/errors';
import { AppError } from '../errors.ts';
import type { Peer, PeerEvents, Person } from './peer.ts';
import { Room } from './room.ts';
import type { MediaWorker, Workers } from './workers.ts';

/** How long a room whose worker died is no new one, ms: by then everybody has come back who does. */
const movingFor = 5 * 60_000;

/** A consultation whose worker is gone, and the visits that had their media open there. */
export interface LostRoom {
  consultationId: string;
  visitIds: string[];
}

/** The media rooms by consultation. A room is there while somebody's media is open in it. */
export class Rooms {
  readonly #workers: Workers;
  readonly #rooms = new Map<string, Room>();
  readonly #opening = new Map<string, Promise<Room>>();
  /** Rooms whose worker died, and when; their calls go on elsewhere. */
  readonly #moving = new Map<string, number>();
  readonly #now: () => number;

  constructor(workers: Workers, now: () => number) {
    this.#workers = workers;
    this.#now = now;
  }

  find(consultationId: string): Room | undefined {
    return this.#rooms.get(consultationId);
  }

  /** Throws AppError `wrong_state` when nobody has opened media there. */
  get(consultationId: string): Room {
    const room = this.#rooms.get(consultationId);
    if (room === undefined) throw new AppError('wrong_state');
    return room;
  }

  /**
   * Opens a person's media, to flow or to stand by, and the room if need be. Throws AppError `media_unavailable` while no worker is up,
   * for a new room while workers keep dying, and when `isWanted` no longer holds once the media stands.
   */
  async openPeer(
    consultationId: string,
    person: Person,
    events: PeerEvents,
    isWanted: () => boolean,
    how: { standsBy?: boolean } = {},
  ): Promise<{ room: Room; peer: Peer }> {
    const room = this.#rooms.get(consultationId) ?? (await this.#open(consultationId));
    try {
      return { room, peer: await room.openPeer(person, events, isWanted, how) };
    } finally {
      this.#closeIfEmpty(consultationId, room);
    }
  }

  /** Takes one person's media away, and the room with the last one's. */
  closePeer(consultationId: string, visitId: string): void {
    const room = this.#rooms.get(consultationId);
    if (room === undefined) return;
    room.closePeer(visitId);
    this.#closeIfEmpty(consultationId, room);
  }

  /** Forgets the rooms of a worker that is gone; says which they were, and whose media was open in each. */
  forget(worker: MediaWorker): LostRoom[] {
    const lost = [...this.#rooms].filter(([, room]) => room.worker === worker);
    const now = this.#now();
    for (const [consultationId, at] of this.#moving) {
      if (now - at > movingFor) this.#moving.delete(consultationId);
    }
    return lost.map(([consultationId, room]) => {
      const visitIds = [...room.peers.keys()];
      this.#rooms.delete(consultationId);
      this.#moving.set(consultationId, now);
      room.close();
      return { consultationId, visitIds };
    });
  }

  #closeIfEmpty(consultationId: string, room: Room): void {
    if (!room.isEmpty) return;
    if (this.#rooms.get(consultationId) === room) this.#rooms.delete(consultationId);
    room.close();
  }

  /** Two who open the same room at the same moment open one. */
  #open(consultationId: string): Promise<Room> {
    const already = this.#opening.get(consultationId);
    if (already !== undefined) return already;
    const opening = this.#create(consultationId).finally(() => this.#opening.delete(consultationId));
    this.#opening.set(consultationId, opening);
    return opening;
  }

  async #create(consultationId: string): Promise<Room> {
    const worker = this.#workers.leastLoaded();
    if (worker === undefined) throw new AppError('media_unavailable');
    if (!this.#workers.healthy && !this.#moving.has(consultationId)) throw new AppError('media_unavailable');
    try {
      const room = await Room.open(worker);
      this.#rooms.set(consultationId, room);
      this.#moving.delete(consultationId);
      return room;
    } catch (cause) {
      // It died while it was asked; by now another one has its place.
      if (cause instanceof WorkerClosedError) return this.#create(consultationId);
      throw new AppError('media_unavailable', { cause });
    }
  }
}
