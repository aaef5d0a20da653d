import { leastBitrate, type PictureLevel } from '@front-door/shared/domain/quality.ts';
import type { Interruption } from '@front-door/shared/domain/interruption.ts';
import type { ConsumerOffer, MediaSource } from '@front-door/shared/protocol/media.ts';
import type {
  Consumer,
  DtlsParameters,
  IceParameters,
  Producer,
  Router,
  RtpCapabilities,
  RtpParameters,
  WebRtcTransport,
} from 'mediasoup/types';
import { NotFoundError, WorkerClosedError } from 'mediasoup/errors';
import { AppError } from '../errors.ts';
import { Downlink } from './downlink.ts';
import { Forgetting } from './forgetting.ts';
import { describeTransport, fromStranger, isGone } from './transport.ts';
import type { MediaWorker } from './workers.ts';

/** What a person's media has to tell its client. */
export interface PeerEvents {
  offered(offer: ConsumerOffer): void;
  paused(consumerId: string): void;
  resumed(consumerId: string): void;
  closed(consumerId: string): void;
  /** The person receives a better picture than before, or a worse one. */
  pictureChanged(): void;
}

/**
 * How long a sender is given between two requests for a key frame, ms. Browsers ignore one that comes within 300 ms of
 * the last; without this it would be repeated only a whole second later, and the receiver see nothing until then.
 */
const betweenKeyFrames = 330;

/** What a consumer remembers of its stream: whose it is and what it shows. */
export type Origin = { from: string; source: MediaSource };

const kinds = { microphone: 'audio', camera: 'video' } as const;

/** A person's bits per second to start with and at most; two video layers and sound fit well below. */
const startBitrate = 1_000_000;
const mostIncomingBitrate = 3_000_000;

/** Whose media it is. */
export interface Person {
  visitId: string;
  isClinician: boolean;
}

/** What a producer remembers: what it shows, whether its owner has it muted, and whether it only {@link Forgetting forgets}. */
export type Sent = { source: MediaSource; muted: boolean; forgets: boolean };

/**
 * The media of one person in one consultation: a transport each way, what is sent and what is received. Somebody who
 * stands by has all of it set up, and nothing flows: what they send is held at the producers, what the others send at
 * the consumers, until {@link Peer.begin}.
 */
export class Peer {
  readonly visitId: string;
  readonly isClinician: boolean;
  readonly send: WebRtcTransport;
  readonly receive: WebRtcTransport;
  readonly producers = new Map<MediaSource, Producer<Sent>>();
  readonly consumers = new Map<string, Consumer<Origin>>();
  /** What the person's page says keeps them from sending. */
  interruption: Interruption | null = null;
  readonly #router: Router;
  readonly #worker: MediaWorker;
  readonly #events: PeerEvents;
  readonly #downlink: Downlink;
  /** Producers that are consumed, or about to be: two who ask at the same moment get one consumer. */
  readonly #consumed = new Set<string>();
  #capabilities: RtpCapabilities | null = null;
  #sends: PictureLevel = 'full';
  readonly #forgetting = new Forgetting();
  #standsBy: boolean;
  /** Consumers the client was ready for while it stood by. */
  readonly #awaited = new Set<Consumer<Origin>>();

  private constructor(
    { visitId, isClinician }: Person,
    standsBy: boolean,
    router: Router,
    worker: MediaWorker,
    transports: { send: WebRtcTransport; receive: WebRtcTransport },
    events: PeerEvents,
  ) {
    this.visitId = visitId;
    this.isClinician = isClinician;
    this.#standsBy = standsBy;
    this.#router = router;
    this.#worker = worker;
    this.send = transports.send;
    this.receive = transports.receive;
    this.#events = events;
    this.#downlink = new Downlink(this.receive, this.consumers, events.pictureChanged);
  }

  static async open(
    person: Person,
    standsBy: boolean,
    router: Router,
    worker: MediaWorker,
    events: PeerEvents,
  ): Promise<Peer> {
    const create = () =>
      router.createWebRtcTransport({
        webRtcServer: worker.server,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        initialAvailableOutgoingBitrate: startBitrate,
      });
    const [send, receive] = await Promise.all([create(), create()]);
    await Promise.all([send.setMaxIncomingBitrate(mostIncomingBitrate), receive.setMinOutgoingBitrate(leastBitrate)]);
    return new Peer(person, standsBy, router, worker, { send, receive }, events);
  }

  /** What the client needs to set up its side. */
  get transports() {
    return { send: describeTransport(this.send), receive: describeTransport(this.receive) };
  }

  get standsBy(): boolean {
    return this.#standsBy;
  }

  get isReceiving(): boolean {
    return this.#capabilities !== null;
  }

  /** How good a picture goes from the person and to the person at most. */
  get picture() {
    return { sends: this.#sends, receives: this.#downlink.level, savesData: this.#downlink.savesData };
  }

  /** A device that sends no picture from the start knows its network to be weak, both ways. */
  limitPicture({ sends, savesData }: { sends: PictureLevel; savesData: boolean }): void {
    const camera = this.producers.get('camera');
    if (sends !== 'off') this.#forgetting.end();
    else if (this.#sends !== 'off' && camera !== undefined) this.#forgetting.begin(camera);
    this.#sends = sends;
    this.#downlink.limit(sends, savesData);
  }

  close(): void {
    this.#downlink.close();
    this.#forgetting.end();
    this.send.close();
    this.receive.close();
    this.producers.clear();
    this.consumers.clear();
    this.#awaited.clear();
  }

  async connect(transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    const transport = this.#transport(transportId);
    await fromStranger(() => transport.connect({ dtlsParameters }));
  }

  async restartIce(transportId: string): Promise<IceParameters> {
    const transport = this.#transport(transportId);
    const parameters = await whileThere(() => transport.restartIce());
    if (transport === this.receive) await this.#downlink.renew();
    return parameters;
  }

  /**
   * Lets everything flow that was set up while standing by. First what is received: the first picture of whoever begins
   * at the same moment must find the way open, browsers do not repeat it at once.
   */
  async begin(): Promise<void> {
    if (!this.#standsBy) return;
    this.#standsBy = false;
    const awaited = [...this.#awaited];
    this.#awaited.clear();
    const wanted = [...this.producers.values()].filter(({ appData }) => !appData.muted);
    for (const consumer of this.consumers.values()) if (!consumer.producerPaused) this.#events.resumed(consumer.id);
    // What is gone meanwhile needs nothing any more.
    await Promise.allSettled([
      ...awaited.map((consumer) => this.#downlink.start(consumer)),
      ...wanted.map((producer) => producer.resume()),
    ]);
  }

  async produce(source: MediaSource, rtpParameters: RtpParameters, muted: boolean): Promise<Producer<Sent>> {
    if (this.producers.has(source)) throw new AppError('wrong_state');
    // mediasoup would let pictures pass for sound, and whoever receives them would not know what to make of it.
    const kind = kinds[source];
    if (!rtpParameters.codecs.every(({ mimeType }) => mimeType.startsWith(`${kind}/`))) {
      throw new AppError('bad_request', { fields: ['rtpParameters.codecs'] });
    }
    const wasMadeToWait = this.#standsBy;
    const producer = await fromStranger(() =>
      this.send.produce<Sent>({
        kind,
        rtpParameters,
        paused: muted || this.#standsBy,
        keyFrameRequestDelay: betweenKeyFrames,
        appData: { source, muted, forgets: false },
      }),
    );
    // Closed while the worker answered, a transport closes nothing any more that comes late.
    if (this.send.closed) throw new AppError('media_unavailable');
    this.producers.set(source, producer);
    producer.observer.once('close', () => this.producers.delete(source));
    if (wasMadeToWait && !this.#standsBy && !muted) await whileThere(() => producer.resume());
    return producer;
  }

  /** Throws AppError `not_found` when nothing of that source is being sent. */
  producer(source: MediaSource): Producer<Sent> {
    const producer = this.producers.get(source);
    if (producer === undefined) throw new AppError('not_found');
    return producer;
  }

  /** Whether it comes to the others; that its pause only {@link Forgetting forgets} is nothing to tell of. */
  isSending(source: MediaSource): boolean {
    const producer = this.producers.get(source);
    return producer !== undefined && (!producer.paused || producer.appData.forgets);
  }

  async pauseProducer(source: MediaSource): Promise<void> {
    const producer = this.producer(source);
    await this.#forgetting.settled;
    producer.appData.muted = true;
    await whileThere(() => producer.pause());
  }

  /** Of whoever stands by it flows once the rest does. */
  async resumeProducer(source: MediaSource): Promise<void> {
    const producer = this.producer(source);
    await this.#forgetting.settled;
    producer.appData.muted = false;
    if (!this.#standsBy) await whileThere(() => producer.resume());
  }

  /** From now on the person receives; offers again what is there already, for a client that lost count. */
  startReceiving(rtpCapabilities: RtpCapabilities): void {
    this.#capabilities = rtpCapabilities;
    for (const consumer of this.consumers.values()) this.#offer(consumer);
  }

  /** Receives what somebody else sends, if this client can play it. Paused until the client is ready for it. */
  async consume(producer: Producer<Sent>, origin: Origin): Promise<void> {
    const { id: producerId } = producer;
    const rtpCapabilities = this.#capabilities;
    if (rtpCapabilities === null || this.#consumed.has(producerId)) return;
    if (!this.#router.canConsume({ producerId, rtpCapabilities })) return;
    this.#consumed.add(producerId);
    try {
      const consumer = await this.receive.consume<Origin>({
        producerId,
        rtpCapabilities,
        paused: true,
        enableRtx: true,
        appData: origin,
      });
      if (this.receive.closed) return;
      this.#keep(consumer, producer.appData);
      this.#offer(consumer);
    } catch (error) {
      this.#consumed.delete(producerId);
      // Either side may have gone in the meantime; then there is nothing to receive.
      if (!isGone(error)) throw error;
    }
  }

  async resumeConsumer(consumerId: string): Promise<void> {
    const consumer = this.consumers.get(consumerId);
    if (consumer === undefined) throw new AppError('not_found');
    if (this.#standsBy) this.#awaited.add(consumer);
    else await whileThere(() => this.#downlink.start(consumer));
  }

  /** Pictures that came in vain have to begin anew: by itself a browser asks for that only after 3 seconds. */
  askForPictures(isMeant: (origin: Origin) => boolean = () => true): void {
    for (const consumer of this.consumers.values()) {
      if (consumer.appData.source !== 'camera' || !isMeant(consumer.appData)) continue;
      // Whose stream is gone by now needs no picture.
      consumer.requestKeyFrame().catch(() => undefined);
    }
  }

  #keep(consumer: Consumer<Origin>, sent: Sent): void {
    const { id } = consumer;
    this.consumers.set(id, consumer);
    this.#worker.consumers += 1;
    consumer.observer.once('close', () => {
      this.consumers.delete(id);
      this.#awaited.delete(consumer);
      this.#consumed.delete(consumer.producerId);
      this.#worker.consumers -= 1;
    });
    consumer.on('producerclose', () => this.#events.closed(id));
    consumer.on('producerpause', () => this.#standsBy || sent.forgets || this.#events.paused(id));
    consumer.on('producerresume', () => this.#standsBy || sent.forgets || this.#events.resumed(id));
  }

  /** Whoever stands by does not learn whether others are muted. */
  #offer({ id, producerId, kind, rtpParameters, producerPaused, appData }: Consumer<Origin>): void {
    const { from, source } = appData;
    const paused = producerPaused || this.#standsBy;
    this.#events.offered({ consumerId: id, producerId, visitId: from, source, kind, rtpParameters, paused });
  }

  #transport(transportId: string): WebRtcTransport {
    const transport = [this.send, this.receive].find(({ id }) => id === transportId);
    if (transport === undefined) throw new AppError('not_found');
    return transport;
  }
}

/** The worker may be gone, or the stream of the other side, before word of it has come. */
async function whileThere<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof WorkerClosedError) throw new AppError('media_unavailable', { cause });
    if (cause instanceof NotFoundError) throw new AppError('not_found', { cause });
    throw cause;
  }
}
