import wrtc from '@roamhq/wrtc';
import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import type { Visitor } from '@front-door/server/src/testing/visitor.ts';
import { Device, type types } from 'mediasoup-client';
import { Chrome111 } from 'mediasoup-client/handlers/Chrome111';
import { beBrowser } from './be-browser.ts';

const { nonstandard } = wrtc;
beBrowser();

const width = 160;
const height = 120;
/** Ten milliseconds of a tone, which is never silent. */
const sampleRate = 48_000;
const tone = Int16Array.from(
  { length: sampleRate / 100 },
  (_, n) => 8000 * Math.sin((2 * Math.PI * 400 * n) / sampleRate),
);

/** Somebody's media without a browser: sends a tone and a grey picture, and counts what comes of the other's. */
export class Browserless {
  readonly #visitor: Visitor;
  readonly #send: types.Transport;
  readonly #receive: types.Transport;
  readonly #device: types.Device;
  readonly #stops: Array<() => void> = [];
  #sounds = 0;
  #pictures = 0;

  private constructor(visitor: Visitor, device: types.Device, send: types.Transport, receive: types.Transport) {
    this.#visitor = visitor;
    this.#device = device;
    this.#send = send;
    this.#receive = receive;
  }

  /** Opens the media of somebody who was let in, and joins the call. */
  static async join(visitor: Visitor): Promise<Browserless> {
    const opened = await visitor.request('media:open', {});
    const device = new Device({ handlerFactory: Chrome111.createFactory({}) });
    await device.load({ routerRtpCapabilities: opened.routerRtpCapabilities as types.RtpCapabilities });
    const send = device.createSendTransport(opened.send);
    const receive = device.createRecvTransport(opened.receive);
    const media = new Browserless(visitor, device, send, receive);
    media.#connect(send);
    media.#connect(receive);
    send.on('produce', ({ kind, rtpParameters }, done, fail) => {
      const source = kind === 'audio' ? 'microphone' : 'camera';
      const parameters = JSON.parse(JSON.stringify(rtpParameters)) as never;
      visitor
        .request('producer:create', { source, rtpParameters: parameters, paused: false })
        .then(({ producerId: id }) => done({ id }), fail);
    });
    await media.#speak();
    await media.#listen();
    return media;
  }

  /** Resolves once sound that is no silence and pictures have come in. */
  async flows(): Promise<void> {
    const before = { sounds: this.#sounds, pictures: this.#pictures };
    const deadline = Date.now() + 20_000;
    while (this.#sounds < before.sounds + 20 || this.#pictures < before.pictures + 3) {
      if (Date.now() > deadline) throw new Error(`No media: ${this.#sounds} sounds and ${this.#pictures} pictures.`);
      await new Promise((next) => setTimeout(next, 50));
    }
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#send.close();
    this.#receive.close();
  }

  #connect(transport: types.Transport): void {
    transport.on('connect', ({ dtlsParameters }, done, fail) => {
      const asked = { transportId: transport.id, dtlsParameters: JSON.parse(JSON.stringify(dtlsParameters)) as never };
      this.#visitor.request('transport:connect', asked).then(() => done(), fail);
    });
  }

  async #speak(): Promise<void> {
    const audio = new nonstandard.RTCAudioSource();
    const video = new nonstandard.RTCVideoSource();
    const sound = setInterval(() => audio.onData({ samples: tone, sampleRate }), 10);
    const grey = new Uint8Array((width * height * 3) / 2).fill(128);
    const picture = setInterval(() => {
      grey[0] = (grey[0]! + 16) % 256;
      video.onFrame({ width, height, data: grey });
    }, 100);
    const tracks = [audio.createTrack(), video.createTrack()];
    this.#stops.push(
      () => clearInterval(sound),
      () => clearInterval(picture),
      () => tracks.forEach((track) => track.stop()),
    );
    for (const track of tracks) await this.#send.produce({ track });
  }

  async #listen(): Promise<void> {
    const onOffer = (offer: ConsumerOffer) => void this.#consume(offer).catch(() => undefined);
    this.#visitor.socket.on('consumer:offered', onOffer);
    this.#stops.push(() => this.#visitor.socket.off('consumer:offered', onOffer));
    const rtpCapabilities = JSON.parse(JSON.stringify(this.#device.recvRtpCapabilities)) as never;
    await this.#visitor.request('consumers:start', { rtpCapabilities });
  }

  async #consume({ consumerId, producerId, kind, rtpParameters }: ConsumerOffer): Promise<void> {
    const consumer = await this.#receive.consume({
      id: consumerId,
      producerId,
      kind,
      rtpParameters: rtpParameters as types.RtpParameters,
    });
    if (kind === 'audio') {
      const sink = new nonstandard.RTCAudioSink(consumer.track);
      sink.ondata = ({ samples }: { samples: Int16Array }) => {
        if (samples.some((sample) => Math.abs(sample) > 1000)) this.#sounds += 1;
      };
      this.#stops.push(() => sink.stop());
    } else {
      const sink = new nonstandard.RTCVideoSink(consumer.track);
      sink.onframe = () => (this.#pictures += 1);
      this.#stops.push(() => sink.stop());
    }
    await this.#visitor.request('consumer:resume', { consumerId });
  }
}
