import type { RoomView } from '@front-door/shared/protocol/views.ts';
import type { Interruption } from '@front-door/shared/domain/interruption.ts';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { types } from 'mediasoup-client';
import { ApiError } from '../net/api-error.ts';
import { face, speech } from './encodings.ts';
import { InterruptionReport } from './interruption-report.ts';
import type { OwnMedia } from './own-media.ts';
import { Pulse } from './pulse.ts';
import type { RemoteTrack } from './receiving.ts';
import { Receiving } from './receiving.ts';
import { RestartPolicy } from './restart-policy.ts';
import { Sending } from './sending.ts';
import type { Signalling } from './signalling.ts';
import { Uplink } from './uplink.ts';
import { isKnownWeak } from './weak.ts';
import { receivedTransport } from './wire.ts';

export interface MediaLinkOptions {
  signalling: Signalling;
  own: OwnMedia;
  view: ReadonlySignal<RoomView | null>;
  /** What keeps the person from being seen or heard. */
  interruption: ReadonlySignal<Interruption | null>;
  remote: Signal<readonly RemoteTrack[]>;
  /** Everything is to be set up, and nothing to be sent before {@link MediaLink.begin}. */
  standsBy: boolean;
  /** Whether something gets through; not said before it is known. */
  flowing: (flows: boolean) => void;
  /** It cannot be saved, and another one must be opened. `unreachable`: nothing got through, however often it was tried. */
  lost: (why: 'unreachable' | 'refused') => void;
}

/** One opening of a person's media: a transport each way, with everything on them, from `media:open` to its loss. */
export class MediaLink {
  readonly #options: MediaLinkOptions;
  readonly #send: types.Transport;
  readonly #receive: types.Transport;
  readonly #policies: RestartPolicy[];
  readonly #pulses: Pulse[] = [];
  readonly #sendings: Sending[];
  readonly #receiving: Receiving;
  /** What looks after a call; null while standing by. */
  #uplink: Uplink | null = null;
  #interruption: InterruptionReport | null = null;
  readonly #stopListening: Array<() => void>;
  readonly #troubled = new Set<string>();
  #closed = false;

  constructor(options: MediaLinkOptions, device: types.Device, opened: SocketReply<'media:open'>) {
    const { signalling, remote, view, standsBy } = options;
    const weak = isKnownWeak(view.peek());
    const { request } = signalling;
    const failed = (error: unknown) => this.#failed(error);
    this.#options = options;
    const { iceServers } = opened;
    this.#send = device.createSendTransport({ ...receivedTransport(opened.send), iceServers });
    this.#receive = device.createRecvTransport({ ...receivedTransport(opened.receive), iceServers });
    this.#policies = [this.#send, this.#receive].map((transport) => this.#keepAlive(transport));
    this.#handleProduce();

    const rtpCapabilities = device.recvRtpCapabilities;
    this.#receiving = new Receiving({ transport: this.#receive, rtpCapabilities, request, tracks: remote, failed });
    this.#stopListening = [
      signalling.on('consumer:offered', (offer) => void this.#receiving.handleOffer(offer)),
      signalling.on('consumer:paused', ({ consumerId }) => this.#receiving.handlePaused(consumerId, true)),
      signalling.on('consumer:resumed', ({ consumerId }) => this.#receiving.handlePaused(consumerId, false)),
      signalling.on('consumer:closed', ({ consumerId }) => this.#receiving.handleClosed(consumerId)),
    ];
    void this.#receiving.start();
    if (!standsBy) this.#lookAfterCall();
    this.#sendings = this.#startSending(device, weak, failed);
  }

  /** Lets everything flow that stood by. */
  begin(): void {
    this.#lookAfterCall();
    for (const sending of this.#sendings) sending.begin();
    this.#options.signalling.request('media:begin', {}).catch((error: unknown) => this.#failed(error));
    if (this.#troubled.size > 0) this.#options.flowing(false);
  }

  /** The connection to the server is another one, perhaps over another network; the transports still stand. */
  handleReconnected(): void {
    for (const policy of this.#policies) policy.handleNetworkChange();
    for (const sending of this.#sendings) sending.repeat();
    this.#uplink?.repeat();
    this.#interruption?.repeat();
    void this.#receiving.start();
  }

  close(): void {
    this.#closed = true;
    for (const policy of this.#policies) policy.close();
    for (const pulse of this.#pulses) pulse.close();
    for (const sending of this.#sendings) sending.close();
    for (const stop of this.#stopListening) stop();
    this.#uplink?.close();
    this.#receiving.close();
    this.#interruption?.close();
    this.#send.close();
    this.#receive.close();
  }

  #lookAfterCall(): void {
    const { signalling, view, interruption } = this.#options;
    const { request } = signalling;
    this.#uplink = new Uplink({ transport: this.#send, request, view, weak: isKnownWeak(view.peek()) });
    this.#interruption = new InterruptionReport(interruption, request);
  }

  /** Sound first: it is what a consultation cannot do without. */
  #startSending(device: types.Device, weak: boolean, failed: (error: unknown) => void): Sending[] {
    const { own, signalling, standsBy } = this.#options;
    const made = (producer: types.Producer) => this.#uplink?.add(producer);
    const common = { transport: this.#send, request: signalling.request, standsBy, made, failed };
    const produce = { stopTracks: false, disableTrackOnPause: false, zeroRtpOnPause: true };
    const vp8 = device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.toLowerCase() === 'video/vp8');
    const sendings: Sending[] = [];
    if (device.canProduce('audio')) {
      sendings.push(
        new Sending({ ...common, source: 'microphone', own: own.microphone.state, produce: { ...produce, ...speech } }),
      );
    }
    if (device.canProduce('video')) {
      const picture = { ...produce, ...face(weak), ...(vp8 && { codec: vp8 }) };
      sendings.push(new Sending({ ...common, source: 'camera', own: own.camera.state, produce: picture }));
    }
    return sendings;
  }

  #handleProduce(): void {
    const { request } = this.#options.signalling;
    this.#send.on('produce', ({ kind, rtpParameters, appData }, done) => {
      const source = kind === 'audio' ? 'microphone' : 'camera';
      const paused = appData['paused'] === true;
      request('producer:create', { source, rtpParameters, paused }).catch((error: unknown) => this.#failed(error));
      // The server's name for it is of no use here, and the other stream would have to wait for the answer.
      done({ id: source });
    });
  }

  #keepAlive(transport: types.Transport): RestartPolicy {
    const { request } = this.#options.signalling;
    const transportId = transport.id;
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      request('transport:connect', { transportId, dtlsParameters }).then(done, failed);
    });
    const policy = new RestartPolicy({
      restart: () => this.#restartIce(transport),
      giveUp: () => this.#options.lost('unreachable'),
    });
    let silent = false;
    const look = (state = transport.connectionState) =>
      this.#noteTrouble(transport.id, silent ? 'disconnected' : state);
    transport.on('connectionstatechange', (state) => {
      policy.handleState(state);
      look(state);
    });
    const pulse = new Pulse(transport, (isSilent) => {
      silent = isSilent;
      policy.handleSilence(isSilent);
      look();
    });
    this.#pulses.push(pulse);
    return policy;
  }

  #noteTrouble(transportId: string, state: types.ConnectionState): void {
    if (state === 'disconnected' || state === 'failed') this.#troubled.add(transportId);
    else if (state === 'connected') this.#troubled.delete(transportId);
    else return;
    this.#options.flowing(this.#troubled.size === 0);
  }

  async #restartIce(transport: types.Transport): Promise<boolean> {
    try {
      const { iceParameters, iceServers } = await this.#options.signalling.request('transport:restart-ice', {
        transportId: transport.id,
      });
      // Where the library cannot, as in Firefox, and the relay wants fresh ones, the media is opened anew in the end.
      await transport.updateIceServers({ iceServers }).catch(() => undefined);
      await transport.restartIce({ iceParameters });
      if (transport === this.#send) this.#uplink?.renew();
      return true;
    } catch (error) {
      this.#failed(error);
      return !isOffline(error);
    }
  }

  #failed(error: unknown): void {
    // Whoever is offline hears from the connection when it is back, and goes on from there.
    if (this.#closed || isOffline(error)) return;
    this.#options.lost('refused');
  }
}

const isOffline = (error: unknown): boolean => error instanceof ApiError && error.code === 'offline';
