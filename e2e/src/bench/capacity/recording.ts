import wrtc from '@roamhq/wrtc';
import { setTimeout as pause } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { Consumer, DirectTransport, Producer, Router } from 'mediasoup/types';
import { Device, type types } from 'mediasoup-client';
import { Chrome111 } from 'mediasoup-client/handlers/Chrome111';
import { beBrowser } from '../../soak/be-browser.ts';
import { codecs } from '../floor/sfu.ts';
import { parsePacket } from './rtp.ts';

/** One packet of a stream as an encoder made it. */
interface Packet {
  /** ms from the beginning. */
  at: number;
  /** In the stream's own clock, from the beginning. */
  timestamp: number;
  marker: boolean;
  payload: Buffer;
}

/** Some seconds of a stream, after which it may begin anew; pictures begin with a key frame. */
export interface Recorded {
  packets: Packet[];
  /** ms. */
  length: number;
  clockRate: number;
}

/** What one person sends: Opus and VP8. */
export interface Recording {
  audio: Recorded;
  video: Recorded;
}

export interface Wanted {
  width: number;
  height: number;
  framesPerSecond: number;
  /** Of the pictures, bits per second. */
  bitrate: number;
}

const sampleRate = 48_000;
/** For the encoder to reach its rate, and to record for, ms. */
const settling = 6_000;
const length = 5_000;

/** Has a browser's own encoders (libwebrtc) encode a tone and a moving picture, and keeps the packets that they make. */
export async function record(wanted: Wanted): Promise<Recording> {
  const binary = process.env['MEDIASOUP_WORKER_BIN'];
  const worker = await createWorker({ logLevel: 'error', ...(binary !== undefined && { workerBin: binary }) });
  const router = await worker.createRouter({ mediaCodecs: codecs });
  const sender = await Sender.start(router, wanted);
  const direct = await router.createDirectTransport();
  await pause(settling);
  const [audio, video] = await Promise.all(sender.producers.map((producer) => keep(router, direct, producer)));
  sender.close();
  worker.close();
  return { audio: audio!, video: video! };
}

async function keep(router: Router, direct: DirectTransport, producer: Producer): Promise<Recorded> {
  const consumer: Consumer = await direct.consume({
    producerId: producer.id,
    rtpCapabilities: router.rtpCapabilities,
    paused: true,
  });
  const { clockRate } = consumer.rtpParameters.codecs[0]!;
  const packets: Packet[] = [];
  let first: number | undefined;
  consumer.on('rtp', (bytes) => {
    const { timestamp, marker, payload } = parsePacket(bytes);
    if (payload.length === 0) return;
    first ??= timestamp;
    const since = (timestamp - first) >>> 0;
    packets.push({ at: (since / clockRate) * 1000, timestamp: since, marker, payload: Buffer.from(payload) });
  });
  await consumer.resume();
  await pause(length + 1_000);
  consumer.close();
  return { packets: packets.filter(({ at }) => at < length), length, clockRate };
}

class Sender {
  readonly producers: Producer[];
  readonly #stops: Array<() => void>;

  private constructor(producers: Producer[], stops: Array<() => void>) {
    this.producers = producers;
    this.#stops = stops;
  }

  static async start(router: Router, { width, height, framesPerSecond, bitrate }: Wanted): Promise<Sender> {
    const transport = await router.createWebRtcTransport({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
    beBrowser();
    const device = new Device({ handlerFactory: Chrome111.createFactory({}) });
    await device.load({ routerRtpCapabilities: router.rtpCapabilities as types.RtpCapabilities });
    const send = device.createSendTransport({ id, iceParameters, iceCandidates, dtlsParameters });
    const producers: Producer[] = [];
    send.on('connect', (offered, done, fail) => void transport.connect(offered).then(done, fail));
    send.on('produce', ({ kind, rtpParameters }, done, fail) => {
      transport.produce({ kind, rtpParameters }).then((producer) => {
        producers.push(producer);
        done({ id: producer.id });
      }, fail);
    });
    const audio = new wrtc.nonstandard.RTCAudioSource();
    const video = new wrtc.nonstandard.RTCVideoSource();
    const tracks = [audio.createTrack(), video.createTrack()];
    await send.produce({ track: tracks[0]! });
    await send.produce({ track: tracks[1]!, encodings: [{ maxBitrate: bitrate }] });
    const tone = Int16Array.from(
      { length: sampleRate / 100 },
      (_, n) => 8000 * Math.sin((2 * Math.PI * 400 * n) / sampleRate),
    );
    const picture = new MovingPicture(width, height);
    const timers = [
      setInterval(() => audio.onData({ samples: tone, sampleRate }), 10),
      setInterval(() => video.onFrame({ width, height, data: picture.next() }), 1000 / framesPerSecond),
    ];
    const stops = [
      ...timers.map((timer) => () => clearInterval(timer)),
      ...tracks.map((track) => () => track.stop()),
      () => send.close(),
    ];
    return new Sender(producers, stops);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }
}

/** Rough stripes that wander, in I420: more than enough for an encoder to do. */
class MovingPicture {
  readonly #width: number;
  readonly #height: number;
  readonly #data: Uint8Array;
  #shown = 0;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#data = new Uint8Array((width * height * 3) / 2).fill(128);
  }

  next(): Uint8Array {
    this.#shown += 1;
    for (let y = 0; y < this.#height; y += 1) {
      for (let x = 0; x < this.#width; x += 1) {
        this.#data[y * this.#width + x] = ((x + 2 * this.#shown) ^ (y + this.#shown)) % 256;
      }
    }
    return this.#data;
  }
}
