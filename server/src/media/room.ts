import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { MediaSource } from '@front-door/shared/protocol/media.ts';
import type { Producer, Router, RtpCapabilities, RtpParameters } from 'mediasoup/types';
import { AppError } from '../errors.ts';
import { codecs } from './codecs.ts';
import { Peer, type PeerEvents } from './peer.ts';
import type { MediaWorker } from './workers.ts';

/**
 * The media of one consultation: a router on one worker, and the people whose media may flow through it. Who may is
 * decided above; everybody in here sees and hears everybody else.
 */
export class Room {
  readonly #router: Router;
  readonly #worker: MediaWorker;
  readonly #peers = new Map<string, Peer>();
  #opening = 0;

  private constructor(router: Router, worker: MediaWorker) {
    this.#router = router;
    this.#worker = worker;
    worker.rooms += 1;
    router.observer.once('close', () => {
      worker.rooms -= 1;
    });
  }

  static async open(worker: MediaWorker): Promise<Room> {
    return new Room(await worker.worker.createRouter({ mediaCodecs: codecs }), worker);
  }

  get worker(): MediaWorker {
    return this.#worker;
  }

  get peers(): ReadonlyMap<string, Peer> {
    return this.#peers;
  }

  /** Nobody's media is open, nor about to be. */
  get isEmpty(): boolean {
    return this.#peers.size === 0 && this.#opening === 0;
  }

  get capabilities(): RtpCapabilities {
    return this.#router.rtpCapabilities;
  }

  close(): void {
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
    this.#router.close();
  }

  /**
   * Opens a person's media in place of any earlier one. `isWanted` is asked again when the transports stand: who was
   * sent away meanwhile gets none. Throws AppError `media_unavailable` then.
   */
  async openPeer(visitId: string, events: PeerEvents, isWanted: () => boolean): Promise<Peer> {
    this.closePeer(visitId);
    this.#opening += 1;
    try {
      const peer = await Peer.open(visitId, this.#router, this.#worker, events);
      // A second request of the same person may have been quicker.
      this.closePeer(visitId);
      this.#peers.set(visitId, peer);
      this.#askWhenWaysChange(peer);
    } catch (cause) {
      throw new AppError('media_unavailable', { cause });
    } finally {
      this.#opening -= 1;
    }
    if (!isWanted()) this.closePeer(visitId);
    return this.peer(visitId, 'media_unavailable');
  }

  closePeer(visitId: string): void {
    this.#peers.get(visitId)?.close();
    this.#peers.delete(visitId);
  }

  /** Throws an AppError, `wrong_state` unless told otherwise, when the person's media is not open. */
  peer(visitId: string, otherwise: ErrorCode = 'wrong_state'): Peer {
    const peer = this.#peers.get(visitId);
    if (peer === undefined) throw new AppError(otherwise);
    return peer;
  }

  async produce(
    visitId: string,
    source: MediaSource,
    rtpParameters: RtpParameters,
    paused: boolean,
  ): Promise<Producer> {
    const producer = await this.peer(visitId).produce(source, rtpParameters, paused);
    const receivers = this.#othersThan(visitId).filter(({ isReceiving }) => isReceiving);
    await Promise.all(receivers.map((receiver) => receiver.consume(producer, { from: visitId, source })));
    return producer;
  }

  /** Sound before pictures: it is what a consultation cannot do without. */
  async startReceiving(visitId: string, capabilities: RtpCapabilities): Promise<void> {
    const peer = this.peer(visitId);
    peer.startReceiving(capabilities);
    for (const source of ['microphone', 'camera'] as const) {
      const senders = this.#othersThan(visitId).filter(({ producers }) => producers.has(source));
      await Promise.all(
        senders.map((sender) => peer.consume(sender.producer(source), { from: sender.visitId, source })),
      );
    }
  }

  #askWhenWaysChange(peer: Peer): void {
    peer.receive.on('iceselectedtuplechange', () => peer.askForPictures());
    peer.send.on('iceselectedtuplechange', () => {
      for (const other of this.#othersThan(peer.visitId)) other.askForPictures(({ from }) => from === peer.visitId);
    });
  }

  #othersThan(visitId: string): Peer[] {
    return [...this.#peers.values()].filter((peer) => peer.visitId !== visitId);
  }
}
