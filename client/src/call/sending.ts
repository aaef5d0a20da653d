import type { MediaSource } from '@front-door/shared/protocol/media.ts';
import type { ReadonlySignal } from '@preact/signals';
import { effect } from '@preact/signals';
import type { types } from 'mediasoup-client';
import type { OwnTrack } from './own-device.ts';
import type { Signalling } from './signalling.ts';

export interface SendingOptions {
  source: MediaSource;
  own: ReadonlySignal<OwnTrack>;
  transport: types.Transport;
  produce: Omit<types.ProducerOptions, 'track'>;
  request: Signalling['request'];
  /** Everything is to be set up, and nothing to leave the device before {@link Sending.begin}. */
  standsBy: boolean;
  /** Told of the producer, once it sends. */
  made: (producer: types.Producer) => void;
  /** Sending failed; it is tried again at the next change or {@link Sending.repeat}. */
  failed: (error: unknown) => void;
}

/**
 * Sends one of the person's own tracks: makes the producer once there is something to send, and from then on keeps it,
 * and the server, in step with what the person does with the device.
 */
export class Sending {
  readonly #options: SendingOptions;
  readonly #stopWatching: () => void;
  #producer: types.Producer | null = null;
  /** What the server was last told; null when it may have missed it. */
  #told: 'sending' | 'paused' | null = null;
  #standsBy: boolean;
  /** The producer was made to stand by, and has not been given the track yet. */
  #isEmpty = false;
  #working = false;
  #changed = false;
  #closed = false;

  constructor(options: SendingOptions) {
    this.#options = options;
    this.#standsBy = options.standsBy;
    this.#stopWatching = effect(() => {
      void options.own.value;
      void this.#followUp();
    });
  }

  /** From now on it is sent. */
  begin(): void {
    this.#standsBy = false;
    void this.#followUp();
  }

  /** Says everything again: the server may have missed the last of it. */
  repeat(): void {
    this.#told = null;
    void this.#followUp();
  }

  close(): void {
    this.#closed = true;
    this.#stopWatching();
  }

  /** One step at a time; whatever changes meanwhile is seen by the next. */
  async #followUp(): Promise<void> {
    this.#changed = true;
    if (this.#working) return;
    this.#working = true;
    while (this.#changed && !this.#closed) {
      this.#changed = false;
      try {
        await this.#step(this.#options.own.peek());
      } catch (error) {
        if (!this.#closed) this.#options.failed(error);
      }
    }
    this.#working = false;
  }

  async #step(own: OwnTrack): Promise<void> {
    if (this.#standsBy) return this.#prepare(own);
    if (own.is !== 'on') return this.#pause();
    if (this.#producer === null) {
      this.#producer = await this.#produce(own);
      if (own.muted) this.#producer.pause();
      this.#options.made(this.#producer);
      return;
    }
    // Before there is anything to hear.
    if (own.muted) await this.#pause();
    if (this.#isEmpty) await this.#fill(this.#producer, own.track);
    else await this.#producer.replaceTrack({ track: own.track });
    if (!own.muted) await this.#resume();
  }

  /** Negotiates all there is to negotiate, with a sender that has nothing to send. */
  async #prepare(own: OwnTrack): Promise<void> {
    if (own.is !== 'on' || this.#producer !== null) return;
    this.#isEmpty = true;
    this.#producer = await this.#produce(own, { onRtpSender: (sender) => void sender.replaceTrack(null) });
  }

  async #fill(producer: types.Producer, track: MediaStreamTrack): Promise<void> {
    // To the library the producer has had its first track all the time.
    if (track === producer.track) await producer.rtpSender?.replaceTrack(track);
    else await producer.replaceTrack({ track });
    this.#isEmpty = false;
    this.#options.made(producer);
  }

  async #produce(own: OwnTrack & { is: 'on' }, more: types.ProducerOptions = {}): Promise<types.Producer> {
    const appData = { source: this.#options.source, paused: own.muted };
    const producer = await this.#options.transport.produce({
      ...this.#options.produce,
      ...more,
      track: own.track,
      appData,
    });
    this.#told = own.muted ? 'paused' : 'sending';
    return producer;
  }

  async #pause(): Promise<void> {
    if (this.#producer === null) return;
    // First on this device: from here on nothing leaves it, whether the server can be told or not.
    if (!this.#producer.paused) this.#producer.pause();
    if (this.#told === 'paused') return;
    await this.#options.request('producer:pause', { source: this.#options.source });
    this.#told = 'paused';
  }

  async #resume(): Promise<void> {
    if (this.#producer === null) return;
    if (this.#producer.paused) this.#producer.resume();
    if (this.#told === 'sending') return;
    await this.#options.request('producer:resume', { source: this.#options.source });
    this.#told = 'sending';
  }
}
