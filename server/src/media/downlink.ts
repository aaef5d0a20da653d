import { JudgedWay, type Look } from '@front-door/shared/domain/judged-way.ts';
import { thrifty, worse, type PictureLevel } from '@front-door/shared/domain/quality.ts';
import type { Consumer, RtpCodecParameters, WebRtcTransport, WebRtcTransportStat } from 'mediasoup/types';
import type { Origin } from './peer.ts';

/** The layers of each level: which size, and how many of the pictures a second. */
const layers = {
  slow: { spatialLayer: 0, temporalLayer: 0 },
  small: { spatialLayer: 0, temporalLayer: 2 },
  full: { spatialLayer: 1, temporalLayer: 2 },
};

/**
 * Reports on the transport cover pictures alone, remember some seconds, and of few packets at a time tell too small a
 * share: up to so many times as much is believed.
 */
const believed = 4;

/**
 * Of a way that has been good for a while it is asked so many times in a row no more than whether its other end is
 * there and has lost nothing: of all that a running call takes from this process, asking is the most.
 */
const mostGlances = 3;

type Consumers = ReadonlyMap<string, Consumer<Origin>>;

/** Watches the way to one person, and lets so much of the pictures go there as leaves the sound alone. */
export class Downlink {
  readonly #transport: WebRtcTransport;
  readonly #consumers: Consumers;
  readonly #changed: () => void;
  #timer: NodeJS.Timeout | undefined;
  #glances = 0;
  #closed = false;
  /** The client is ready for these. */
  readonly #started = new WeakSet<Consumer>();
  /** The client reports on each packet that comes over the transport (transport-cc). */
  #isReported = false;
  #way = new JudgedWay(Date.now(), false);
  #savesData = false;
  /** How good a picture goes from the person. */
  #otherWay: PictureLevel = 'full';
  #hasStarted = false;

  constructor(transport: WebRtcTransport, consumers: Consumers, changed: () => void) {
    this.#transport = transport;
    this.#consumers = consumers;
    this.#changed = changed;
    this.#lookAgain();
  }

  /** Sound alone begins, if nothing has begun yet. */
  #beginWeak(): void {
    if (!this.#hasStarted) this.#way = new JudgedWay(Date.now(), true);
  }

  get level(): PictureLevel {
    return this.#savesData ? worse(this.#way.level, thrifty) : this.#way.level;
  }

  get savesData(): boolean {
    return this.#savesData;
  }

  /** What the person's device says: how good a picture it sends, and whether the person wants to save data. */
  limit(sends: PictureLevel, savesData: boolean): void {
    // Its network is known to be weak.
    if (sends === 'off') this.#beginWeak();
    this.#otherWay = sends;
    this.#savesData = savesData;
    void this.#adjustAll();
  }

  /** Lets a consumer flow, a picture at the level of the moment. Rejects when it is gone. */
  async start(consumer: Consumer<Origin>): Promise<void> {
    this.#isReported ||= consumer.rtpParameters.codecs.some(isReported);
    this.#started.add(consumer);
    this.#hasStarted = true;
    if (consumer.appData.source === 'camera') await this.#adjust(consumer);
    else await consumer.resume();
  }

  /** Another way takes the place of the one there was. */
  async renew(): Promise<void> {
    await this.#follow(() => this.#way.renew(Date.now()));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  get #pictures(): Consumer<Origin>[] {
    return [...this.#consumers.values()].filter(({ appData }) => appData.source === 'camera');
  }

  #lookAgain(): void {
    this.#timer = setTimeout(() => {
      this.#look()
        // Gone meanwhile, or the next look sees more.
        .catch(() => undefined)
        .finally(() => !this.#closed && this.#lookAgain());
    }, this.#way.nextLook).unref();
  }

  async #look(): Promise<void> {
    if (!this.#pictures.some((picture) => this.#started.has(picture) && !picture.producerPaused)) return;
    const [transport] = await this.#transport.getStats();
    if (transport === undefined || this.#isGoodAtAGlance(transport)) return;
    this.#glances = 0;
    const look = await this.#figures(transport);
    await this.#follow(() => this.#way.look(look));
  }

  #isGoodAtAGlance({ rtpPacketLossSent, bytesReceived }: WebRtcTransportStat): boolean {
    if (!this.#way.isCalm || !this.#isReported || this.#glances >= mostGlances) return false;
    this.#glances += 1;
    return rtpPacketLossSent === 0 && this.#way.hear(Date.now(), bytesReceived);
  }

  async #follow(change: () => void): Promise<void> {
    const before = this.level;
    change();
    if (this.level === before) return;
    await this.#adjustAll();
    this.#changed();
  }

  async #figures(transport: WebRtcTransportStat): Promise<Look> {
    const streams = await Promise.all([...this.#consumers.values()].map(figuresOf));
    const sent = streams.reduce((sum, stream) => sum + stream.sent, 0);
    const lost = streams.reduce((sum, stream) => sum + stream.lost, 0);
    const resent = streams.reduce((sum, stream) => sum + stream.resent, 0);
    // Pictures that come in and are not held back go out, unless mediasoup finds no room for even the smallest.
    const wanted = streams.filter(({ isPicture, comesIn }) => isPicture && comesIn);
    const flowing = wanted.filter(({ bitrate }) => bitrate > 0);
    const reporting = flowing.length > 0 ? flowing : streams.filter(({ isPicture }) => !isPicture);
    const roundTripTimes = reporting.flatMap(({ roundTripTime }) => roundTripTime ?? []);
    const available = (transport.availableOutgoingBitrate ?? 0) / Math.max(1, wanted.length);
    return {
      available: wanted.length === 0 ? null : available,
      sending: flowing.length === 0 ? available : Math.max(...flowing.map(({ bitrate }) => bitrate)),
      at: Date.now(),
      sent,
      lost,
      resent,
      lossAtMost: this.#lossAtMost(transport.rtpPacketLossSent),
      heard: transport.bytesReceived,
      otherWay: this.#otherWay,
      roundTripTime: roundTripTimes.length === 0 ? null : Math.max(...roundTripTimes),
    };
  }

  /**
   * What was lost on its way to us leaves gaps in what we send. The other end asks for it again and again, and often when
   * it has just been sent for the first time, so that it counts as sent twice. In reports on the transport each packet is
   * one of ours. They are of pictures, and say nothing while those are held back.
   */
  #lossAtMost(onTransport: number | undefined): number | null {
    return onTransport === undefined || !this.#isReported || this.#way.level === 'off' ? null : onTransport * believed;
  }

  async #adjustAll(): Promise<void> {
    // One that is gone meanwhile needs nothing any more.
    await Promise.allSettled(this.#pictures.map((picture) => this.#adjust(picture)));
  }

  async #adjust(picture: Consumer<Origin>): Promise<void> {
    if (!this.#started.has(picture)) return;
    const { level } = this;
    if (level === 'off') await picture.pause();
    else {
      if (picture.type === 'simulcast') await picture.setPreferredLayers(layers[level]);
      await picture.resume();
    }
    if (level !== this.level) await this.#adjust(picture);
  }
}

const isReported = ({ rtcpFeedback }: RtpCodecParameters) => rtcpFeedback?.some(({ type }) => type === 'transport-cc');

async function figuresOf(consumer: Consumer<Origin>) {
  const stream = (await consumer.getStats()).find(({ type }) => type === 'outbound-rtp');
  const bitrate = stream?.bitrate ?? 0;
  return {
    isPicture: consumer.appData.source === 'camera',
    sent: stream?.packetCount ?? 0,
    lost: stream?.packetsLost ?? 0,
    resent: stream?.packetsRetransmitted ?? 0,
    // The score last: mediasoup makes a copy of all of it for whoever asks.
    comesIn: !consumer.paused && (bitrate > 0 || consumer.score.producerScores.some((score) => score > 0)),
    bitrate,
    // mediasoup says 0 until the other end has reported.
    roundTripTime: stream?.roundTripTime || null,
  };
}
