import { randomInt } from 'node:crypto';
import { TransportFeedback } from './feedback.ts';
import type { Line, Ssrcs } from './line.ts';
import { parsePacket, receiverReport } from './rtp.ts';
import { probing } from './sdp.ts';
import { readStamp } from './stamp.ts';

/** How often is told what came: of the streams, and of the transport's packets, ms. */
const reportEvery = 1_000;
const feedbackEvery = 100;

/** What arrived of what was sent. */
export interface Arrived {
  received: number;
  lost: number;
  /** How many took so many whole milliseconds, the last of them at least as many. */
  delays: Uint32Array;
}

export const noneArrived = (): Arrived => ({ received: 0, lost: 0, delays: new Uint32Array(1_000) });

/** Receives what somebody else sends, counts it, and reports it as a browser does. */
export class Listener {
  readonly #line: Line;
  readonly #own = randomInt(1, 2 ** 32);
  readonly #feedback = new TransportFeedback();
  readonly #streams = new Map<number, Stream>();
  #nextReport: number;
  #nextFeedback: number;
  #arrived = noneArrived();

  /** @param transportSequenceId the number of that header extension in what comes */
  constructor(line: Line, transportSequenceId: number, now: number) {
    this.#line = line;
    this.#nextReport = now + randomInt(reportEvery);
    this.#nextFeedback = now + randomInt(feedbackEvery);
    line.on('rtp', (bytes) => this.#hear(bytes, transportSequenceId));
  }

  /** Reports what is due. */
  tick(now: number): void {
    if (now >= this.#nextFeedback) {
      this.#nextFeedback += feedbackEvery;
      const [ssrc = 0] = this.#streams.keys();
      const told = this.#feedback.take(this.#own, ssrc);
      if (told !== null) this.#line.send('video', told);
    }
    if (now < this.#nextReport) return;
    this.#nextReport += reportEvery;
    for (const stream of this.#streams.values()) this.#line.send(stream.kind, stream.report(this.#own));
  }

  /** Counts into that from now on. */
  countInto(arrived: Arrived): void {
    this.#arrived = arrived;
  }

  /** Both sound and pictures have come in. */
  get hears(): boolean {
    return this.#streams.size === 2;
  }

  #hear(bytes: Buffer, transportSequenceId: number): void {
    const now = performance.now();
    const { ssrc, sequence, payload, transportSequence } = parsePacket(bytes, transportSequenceId);
    if (transportSequence !== null) this.#feedback.add(transportSequence, now);
    if (ssrc === probing || payload.length === 0) return;
    let stream = this.#streams.get(ssrc);
    if (stream === undefined)
      this.#streams.set(ssrc, (stream = new Stream(ssrc, (bytes[1]! & 0x7f) < 101 ? 'audio' : 'video')));
    const { number, delay } = readStamp(payload, now);
    const missing = stream.take(sequence, number);
    const arrived = this.#arrived;
    arrived.received += 1;
    arrived.lost += missing;
    arrived.delays[Math.min(arrived.delays.length - 1, Math.max(0, Math.floor(delay)))]! += 1;
  }
}

class Stream {
  readonly #ssrc: number;
  readonly kind: keyof Ssrcs;
  #number: number | null = null;
  #sequence: number | null = null;
  #cycles = 0;
  #lost = 0;

  constructor(ssrc: number, kind: keyof Ssrcs) {
    this.#ssrc = ssrc;
    this.kind = kind;
  }

  /** How many did not come before this one; one that comes late takes itself back. */
  take(sequence: number, number: number): number {
    if (this.#sequence !== null && sequence < this.#sequence && this.#sequence - sequence > 0x8000) this.#cycles += 1;
    this.#sequence = sequence;
    const missing = this.#number === null ? 0 : number < this.#number ? -1 : number - this.#number - 1;
    this.#number = Math.max(this.#number ?? 0, number);
    this.#lost = Math.max(0, this.#lost + missing);
    return missing;
  }

  report(own: number): Buffer {
    const highestSequence = this.#cycles * 2 ** 16 + this.#sequence!;
    return receiverReport({ ssrc: own, about: this.#ssrc, highestSequence, lost: this.#lost });
  }
}
