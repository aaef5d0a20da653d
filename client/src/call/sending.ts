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
  /** Told of the producer, once it is there. */
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
  #working = false;
  #changed = false;
  #closed = false;

  constructor(options: SendingOptions) {
    this.#options = options;
    this.#stopWatching = effect(() => {
      void options.own.value;
      void this.#followUp();
    });
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
    if (own.is !== 'on') return this.#pause();
    if (this.#producer === null) {
      const appData = { source: this.#options.source, paused: own.muted };
      this.#producer = await this.#options.transport.produce({ ...this.#options.produce, track: own.track, appData });
      this.#told = own.muted ? 'paused' : 'sending';
      if (own.muted) this.#producer.pause();
      this.#options.made(this.#producer);
      return;
    }
    await this.#producer.replaceTrack({ track: own.track });
    return own.muted ? this.#pause() : this.#resume();
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
