import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { MediaSource } from '@front-door/shared/protocol/media.ts';
import type { Producer, Router, RtpCapabilities, RtpParameters } from 'mediasoup/types';
import { AppError } from '../errors.ts';
import { codecs } from './codecs.ts';
import { Peer, type PeerEvents, type Person, type Sent } from './peer.ts';
import type { MediaWorker } from './workers.ts';

/**
 * The media of one consultation: a router on one worker, and the people whose media may flow through it. Who may is
 * decided above; everybody in here sees and hears everybody else. Beside them are those who stand by: theirs is set up
 * with the clinicians', and nothing of it flows.
 */
export class Room {
  readonly #router: Router;
  readonly #worker: MediaWorker;
  readonly #all = new Map<string, Peer>();
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

  /** Those whose media may flow. */
  get peers(): ReadonlyMap<string, Peer> {
    return new Map([...this.#all].filter(([, peer]) => !peer.standsBy));
  }

  standsBy(visitId: string): boolean {
    return this.#all.get(visitId)?.standsBy === true;
  }

  /** How many have media here, flowing or standing by. */
  get size(): number {
    return this.#all.size;
  }

  /** Nobody's media is open, nor about to be. */
  get isEmpty(): boolean {
    return this.#all.size === 0 && this.#opening === 0;
  }

  get capabilities(): RtpCapabilities {
    return this.#router.rtpCapabilities;
  }

  close(): void {
    for (const peer of this.#all.values()) peer.close();
    this.#all.clear();
    this.#router.close();
  }

  /**
   * Opens a person's media in place of any earlier one, to flow or to stand by. `isWanted` is asked again when the
   * transports stand: who was sent away meanwhile gets none. Throws AppError `media_unavailable` then.
   */
  async openPeer(
    person: Person,
    events: PeerEvents,
    isWanted: () => boolean,
    { standsBy = false } = {},
  ): Promise<Peer> {
    const { visitId } = person;
    this.closePeer(visitId);
    this.#opening += 1;
    try {
      const peer = await Peer.open(person, standsBy, this.#router, this.#worker, events);
      // A second request of the same person may have been quicker.
      this.closePeer(visitId);
      this.#all.set(visitId, peer);
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
    this.#all.get(visitId)?.close();
    this.#all.delete(visitId);
  }

  /** Throws an AppError, `wrong_state` unless told otherwise, when the person's media is not open. */
  peer(visitId: string, otherwise: ErrorCode = 'wrong_state'): Peer {
    const peer = this.#all.get(visitId);
    if (peer === undefined) throw new AppError(otherwise);
    return peer;
  }

  /** Lets somebody's media flow who stood by. Throws AppError `wrong_state` when they have none. */
  async begin(visitId: string): Promise<void> {
    const peer = this.peer(visitId);
    await peer.begin();
    // Those who stood by beside this one were no company yet.
    const others = this.#othersThan(peer);
    await Promise.all(
      others.flatMap((other) => [
        ...[...other.producers.values()].map((producer) => this.#bring(producer, other, peer)),
        ...[...peer.producers.values()].map((producer) => this.#bring(producer, peer, other)),
      ]),
    );
  }

  async produce(
    visitId: string,
    source: MediaSource,
    rtpParameters: RtpParameters,
    paused: boolean,
  ): Promise<Producer> {
    const sender = this.peer(visitId);
    const producer = await sender.produce(source, rtpParameters, paused);
    await Promise.all(this.#othersThan(sender).map((receiver) => this.#bring(producer, sender, receiver)));
    return producer;
  }

  /** Sound before pictures: it is what a consultation cannot do without. */
  async startReceiving(visitId: string, capabilities: RtpCapabilities): Promise<void> {
    const receiver = this.peer(visitId);
    receiver.startReceiving(capabilities);
    for (const source of ['microphone', 'camera'] as const) {
      const senders = this.#othersThan(receiver).filter(({ producers }) => producers.has(source));
      await Promise.all(senders.map((sender) => this.#bring(sender.producer(source), sender, receiver)));
    }
  }

  #askWhenWaysChange(peer: Peer): void {
    peer.receive.on('iceselectedtuplechange', () => peer.askForPictures());
    peer.send.on('iceselectedtuplechange', () => {
      for (const other of this.#othersThan(peer)) other.askForPictures(({ from }) => from === peer.visitId);
    });
  }

  async #bring(producer: Producer<Sent>, sender: Peer, receiver: Peer): Promise<void> {
    if (!receiver.isReceiving) return;
    await receiver.consume(producer, { from: sender.visitId, source: producer.appData.source });
  }

  /** Whoever waits is prepared for the clinician alone, and learns of nobody else. */
  #othersThan(peer: Peer): Peer[] {
    return [...this.#all.values()].filter(
      (other) => other !== peer && (peer.isClinician !== other.isClinician || !(peer.standsBy || other.standsBy)),
    );
  }
}
