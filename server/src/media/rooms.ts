import { AppError } from '../errors.ts';
import type { Peer, PeerEvents } from './peer.ts';
import { Room } from './room.ts';
import type { MediaWorker, Workers } from './workers.ts';

/** The media rooms by consultation. A room is there while somebody's media is open in it. */
export class Rooms {
  readonly #workers: Workers;
  readonly #rooms = new Map<string, Room>();
  readonly #opening = new Map<string, Promise<Room>>();

  constructor(workers: Workers) {
    this.#workers = workers;
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
   * Opens a person's media, and the room if need be. Throws AppError `media_unavailable` while no worker is up, or
   * when `isWanted` no longer holds once the media stands.
   */
  async openPeer(
    consultationId: string,
    visitId: string,
    events: PeerEvents,
    isWanted: () => boolean,
  ): Promise<{ room: Room; peer: Peer }> {
    const room = this.#rooms.get(consultationId) ?? (await this.#open(consultationId));
    try {
      return { room, peer: await room.openPeer(visitId, events, isWanted) };
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

  /** Forgets the rooms of a worker that is gone, and says which they were. */
  forget(worker: MediaWorker): string[] {
    const lost = [...this.#rooms].filter(([, room]) => room.worker === worker);
    for (const [consultationId, room] of lost) {
      this.#rooms.delete(consultationId);
      room.close();
    }
    return lost.map(([consultationId]) => consultationId);
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
    try {
      const room = await Room.open(worker);
      this.#rooms.set(consultationId, room);
      return room;
    } catch (cause) {
      throw new AppError('media_unavailable', { cause });
    }
  }
}
