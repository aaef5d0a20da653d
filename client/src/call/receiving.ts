import type { ConsumerOffer, MediaSource } from '@front-door/shared/protocol/media.ts';
import type { Signal } from '@preact/signals';
import type { types } from 'mediasoup-client';
import { ApiError } from '../net/api-error.ts';
import { Arrivals } from './arrivals.ts';
import type { Signalling } from './signalling.ts';
import { receivedParameters } from './wire.ts';

/** A stream of somebody else's, as it arrives. */
export interface RemoteTrack {
  visitId: string;
  source: MediaSource;
  track: MediaStreamTrack;
  /** Nothing comes at the moment: muted, or the camera is off. */
  paused: boolean;
  /** False when nothing has come for some seconds, though it is not paused. */
  arriving: boolean;
}

/** How often is looked whether something arrives, ms. */
const lookEvery = 1_000;

export interface ReceivingOptions {
  transport: types.Transport;
  rtpCapabilities: types.RtpCapabilities;
  request: Signalling['request'];
  tracks: Signal<readonly RemoteTrack[]>;
  failed: (error: unknown) => void;
}

/** An offer in force; its consumer follows as soon as the browser has set it up. */
interface Offered {
  visitId: string;
  source: MediaSource;
  paused: boolean;
  arriving: boolean;
  consumer: types.Consumer | null;
}

/** Receives what the others send: takes up each offer, and keeps `tracks` at what is there. */
export class Receiving {
  readonly #options: ReceivingOptions;
  readonly #offers = new Map<string, Offered>();
  readonly #arrivals = new Arrivals();
  readonly #looking = setInterval(() => void this.#look(), lookEvery);
  #unconfirmed = new Set<string>();

  constructor(options: ReceivingOptions) {
    this.#options = options;
  }

  /**
   * Joins the call. The server offers everything there is before it answers, also when asked again: so whatever is
   * not offered again was closed while this device was away.
   */
  async start(): Promise<void> {
    const { request, rtpCapabilities, failed } = this.#options;
    this.#unconfirmed = new Set(this.#offers.keys());
    try {
      await request('consumers:start', { rtpCapabilities });
      for (const consumerId of this.#unconfirmed) this.handleClosed(consumerId);
    } catch (error) {
      failed(error);
    }
  }

  async handleOffer(offer: ConsumerOffer): Promise<void> {
    const { consumerId, visitId, source, paused } = offer;
    this.#unconfirmed.delete(consumerId);
    const known = this.#offers.get(consumerId);
    const { consumer = null, arriving = true } = known ?? {};
    const offered: Offered = { visitId, source, paused, arriving, consumer };
    this.#offers.set(consumerId, offered);
    this.#show();
    try {
      if (known === undefined) await this.#consume(offer);
      await this.#options.request('consumer:resume', { consumerId });
    } catch (error) {
      if (!this.#offers.has(consumerId)) return;
      // The sender stopped in the meantime, which is nothing to start over for.
      if (error instanceof ApiError && error.code === 'not_found') this.handleClosed(consumerId);
      else this.#options.failed(error);
    }
  }

  handlePaused(consumerId: string, paused: boolean): void {
    const offered = this.#offers.get(consumerId);
    if (offered) offered.paused = paused;
    this.#show();
  }

  handleClosed(consumerId: string): void {
    this.#offers.get(consumerId)?.consumer?.close();
    this.#offers.delete(consumerId);
    this.#arrivals.forget(consumerId);
    this.#show();
  }

  close(): void {
    clearInterval(this.#looking);
    this.#offers.clear();
    this.#show();
  }

  async #consume({ consumerId, ...offer }: ConsumerOffer): Promise<void> {
    const { producerId, kind } = offer;
    const rtpParameters = receivedParameters(offer.rtpParameters);
    const consumer = await this.#options.transport.consume({ id: consumerId, producerId, kind, rtpParameters });
    const offered = this.#offers.get(consumerId);
    // Closed again before it was set up.
    if (offered === undefined) return consumer.close();
    offered.consumer = consumer;
    this.#show();
  }

  /** Whether the others get through: each connection says only how the own way to the server is. */
  async #look(): Promise<void> {
    const before = [...this.#offers.values()].map(({ arriving }) => arriving);
    for (const [consumerId, offered] of this.#offers) {
      const packets = await packetsOf(offered.consumer);
      if (packets !== null) offered.arriving = this.#arrivals.note(consumerId, packets, !offered.paused, Date.now());
    }
    const after = [...this.#offers.values()].map(({ arriving }) => arriving);
    if (after.some((arriving, index) => arriving !== before[index])) this.#show();
  }

  #show(): void {
    this.#options.tracks.value = [...this.#offers.values()].flatMap(({ visitId, source, paused, arriving, consumer }) =>
      consumer === null ? [] : [{ visitId, source, paused, arriving, track: consumer.track }],
    );
  }
}

/** How many packets of a stream have come so far; null when that cannot be said. */
async function packetsOf(consumer: types.Consumer | null): Promise<number | null> {
  if (consumer === null || consumer.closed) return null;
  const stats = await consumer.getStats().catch(() => null);
  if (stats === null) return null;
  for (const report of stats.values()) {
    if (report.type === 'inbound-rtp') return report.packetsReceived;
  }
  // There is no report before the first.
  return 0;
}
