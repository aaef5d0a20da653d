import { JudgedWay } from '@front-door/shared/domain/judged-way.ts';
import { soundBitrate, thrifty, worse, type PictureLevel } from '@front-door/shared/domain/quality.ts';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { effect, untracked, type ReadonlySignal } from '@preact/signals';
import type { types } from 'mediasoup-client';
import { limitCamera, limitMicrophone } from './encodings.ts';
import { savesData } from './saves-data.ts';
import { readWay } from './send-stats.ts';
import type { Signalling } from './signalling.ts';
import { pictureWanted } from './picture-wanted.ts';

/** For how long a picture begins with its full size alone, ms: the server takes to a layer that is there so long. */
const beginsFor = 3_000;

export interface UplinkOptions {
  transport: types.Transport;
  request: Signalling['request'];
  view: ReadonlySignal<RoomView | null>;
  /** The network is known to be. */
  weak: boolean;
}

/** Watches the way from this device to the server, and sends so much of the picture as leaves the sound alone. */
export class Uplink {
  readonly #options: UplinkOptions;
  readonly #senders = new Map<'audio' | 'video', types.Producer>();
  readonly #way: JudgedWay;
  #before = { at: 0, bytes: 0 };
  /** Since when a picture is sent. */
  #sendsSince = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  readonly #stopWatching: () => void;
  /** What the server was last told; null when it may have missed it. */
  #told: string | null = JSON.stringify({ sends: 'full', savesData: false });

  constructor(options: UplinkOptions) {
    this.#options = options;
    this.#way = new JudgedWay(performance.now(), options.weak);
    this.#lookAgain();
    this.#stopWatching = effect(() => {
      void savesData.value;
      void options.view.value;
      untracked(() => this.#adjust());
    });
  }

  /** From now on this is sent, and kept within limits. */
  add(producer: types.Producer): void {
    this.#senders.set(producer.kind, producer);
    if (producer.kind === 'video') this.#sendsSince = performance.now();
    this.#adjust();
  }

  /** Says everything again: the server may have missed the last of it. */
  repeat(): void {
    this.#told = null;
    this.#adjust();
  }

  /** Another way takes the place of the one there was. */
  renew(): void {
    this.#way.renew(performance.now());
    this.#adjust();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stopWatching();
  }

  /** The best picture that the way bears and the person wants to pay for. */
  get #possible(): PictureLevel {
    const { level } = this.#way;
    return savesData.peek() ? worse(level, thrifty) : level;
  }

  /** Of that, what anybody receives. */
  get #sent(): PictureLevel {
    return worse(this.#possible, pictureWanted(this.#options.view.peek()));
  }

  #lookAgain(): void {
    this.#timer = setTimeout(() => {
      void this.#look().then(() => this.#closed || this.#lookAgain());
    }, this.#way.nextLook);
  }

  async #look(): Promise<void> {
    try {
      const { bytes, available, ...counts } = readWay(await this.#options.transport.getStats());
      const at = performance.now();
      const sending = ((bytes - this.#before.bytes) * 8_000) / (at - this.#before.at);
      this.#before = { at, bytes };
      // What is not sent cannot show what would get through.
      const isTested = this.#senders.get('video')?.paused === false && this.#sent === this.#way.level;
      const otherWay = this.#options.view.peek()?.me.picture.receives ?? 'full';
      this.#way.look({ ...counts, lossAtMost: null, at, sending, available: isTested ? available : null, otherWay });
      this.#adjust();
    } catch {
      // The transport was closed meanwhile.
    }
  }

  /** Brings what is sent, and what the server knows of it, to what it should be. */
  #adjust(): void {
    const [camera, microphone] = [this.#senders.get('video'), this.#senders.get('audio')];
    // What does not succeed, as while something else is being settled with the browser, is tried at the next look.
    const begins = performance.now() - this.#sendsSince < beginsFor;
    if (camera?.rtpSender) limitCamera(camera.rtpSender, this.#sent, begins).catch(() => undefined);
    if (microphone?.rtpSender)
      limitMicrophone(microphone.rtpSender, soundBitrate[this.#possible]).catch(() => undefined);
    void this.#tell();
  }

  async #tell(): Promise<void> {
    const limit = { sends: this.#possible, savesData: savesData.peek() };
    const telling = JSON.stringify(limit);
    if (telling === this.#told) return;
    this.#told = telling;
    try {
      await this.#options.request('picture:limit', limit);
    } catch {
      // That is nothing to lose a call for; it is told again with the next look.
      this.#told = null;
    }
  }
}
