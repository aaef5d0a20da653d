import { randomInt } from 'node:crypto';
import { payloadTypes, type Line, type Ssrcs } from './line.ts';
import type { Recorded, Recording } from './recording.ts';
import { asksForKeyFrame, packet, senderReport } from './rtp.ts';
import { stamp } from './stamp.ts';

/** How often is told what was sent, ms. */
const reportEvery = 1_000;

export const newSsrcs = (): Ssrcs => ({ audio: randomInt(1, 2 ** 32), video: randomInt(1, 2 ** 32) });

/** Sends a recording over and over, as the encoders once did. */
export class Speaker {
  readonly #line: Line;
  readonly #streams: Stream[];
  #transportSequence = randomInt(2 ** 16);
  #nextReport: number;

  constructor(line: Line, ssrcs: Ssrcs, recording: Recording, now: number) {
    this.#line = line;
    // Nobody begins when others do.
    const begin = now + randomInt(200);
    this.#nextReport = begin + randomInt(reportEvery);
    this.#streams = (['audio', 'video'] as const).map((kind) => new Stream(kind, ssrcs[kind], recording[kind], begin));
    line.on('rtcp', (bytes) => {
      if (asksForKeyFrame(bytes)) this.#streams[1]!.beginAnew(performance.now());
    });
  }

  /** Sends what is due. */
  tick(now: number): void {
    for (const stream of this.#streams) {
      for (let due = stream.take(now); due !== null; due = stream.take(now)) {
        this.#transportSequence = (this.#transportSequence + 1) & 0xffff;
        this.#line.send(stream.kind, packet({ ...due, transportSequence: this.#transportSequence, now }));
      }
    }
    if (now < this.#nextReport) return;
    this.#nextReport += reportEvery;
    for (const stream of this.#streams) this.#line.send(stream.kind, stream.report(now));
  }
}

class Stream {
  readonly kind: keyof Ssrcs;
  readonly #ssrc: number;
  readonly #recorded: Recorded;
  /** When the recording began this time, and the timestamp then. */
  #began: number;
  #base = randomInt(2 ** 32);
  #index = 0;
  #sequence = randomInt(2 ** 16);
  #packets = 0;
  #octets = 0;

  constructor(kind: keyof Ssrcs, ssrc: number, recorded: Recorded, begin: number) {
    this.kind = kind;
    this.#ssrc = ssrc;
    this.#recorded = recorded;
    this.#began = begin;
  }

  /** The next packet, if it is due. */
  take(now: number) {
    const { packets, length } = this.#recorded;
    if (this.#index === packets.length) this.#restart(this.#began + length);
    const next = packets[this.#index]!;
    if (this.#began + next.at > now) return null;
    this.#index += 1;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#octets += next.payload.length;
    return {
      payloadType: payloadTypes[this.kind],
      ssrc: this.#ssrc,
      sequence: this.#sequence,
      timestamp: (this.#base + next.timestamp) >>> 0,
      marker: next.marker,
      payload: stamp(next.payload, (this.#packets += 1), now),
    };
  }

  /** A key frame is wanted, unless there has just been one. */
  beginAnew(now: number): void {
    if (now - this.#began > 300) this.#restart(now);
  }

  report(now: number): Buffer {
    const timestamp = (this.#base + this.#ticks(now - this.#began)) >>> 0;
    return senderReport({ ssrc: this.#ssrc, timestamp, packets: this.#packets, octets: this.#octets, now: Date.now() });
  }

  #restart(at: number): void {
    this.#base += this.#ticks(at - this.#began);
    this.#began = at;
    this.#index = 0;
  }

  #ticks(ms: number): number {
    return Math.round((ms * this.#recorded.clockRate) / 1000);
  }
}
