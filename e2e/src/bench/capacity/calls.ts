import { setTimeout as pause } from 'node:timers/promises';
import { Listener, type Arrived } from './listener.ts';
import type { Line } from './line.ts';
import { Load } from './load.ts';
import type { Recording } from './recording.ts';
import { Speaker } from './speaker.ts';
import type { System } from './system.ts';
import { usageOf } from './usage.ts';

/** How many calls are set up at the same time. */
const lanes = 4;
/** How long everybody may take to hear the other, ms. */
const patience = 20_000;
/**
 * How long calls go on before they are measured, ms, without the garbage of their beginning: until nothing of it is
 * left to do, for it is done once and not in each minute.
 */
const settling = 10_000;

/** Of what is spoken, the share that has to arrive: with pictures held back a call would cost less than a call does. */
const whole = 0.95;

/** What a while of calls took, and how it went. */
export interface Measured {
  /** Seconds of processors for each minute of each call. */
  cpuPerCallMinute: number;
  /** The same of the process that was started first alone: what is not media. */
  mainPerCallMinute: number;
  /** Seconds of processors a second: of the system, and of what loads it. */
  busy: number;
  loading: number;
  lostPercent: number;
  /** The delay that 95 of 100 packets do not exceed, ms. */
  delay: number;
}

/** A system and the calls that it carries. */
export class Calls {
  readonly #system: System;
  readonly #recording: Recording;
  readonly #load = new Load();
  readonly #lines: Line[] = [];
  #count = 0;

  constructor(system: System, recording: Recording) {
    this.#system = system;
    this.#recording = recording;
  }

  get count(): number {
    return this.#count;
  }

  /** Until there are so many, and everybody hears and sees the other. */
  async grow(wanted: number): Promise<void> {
    let missing = wanted - this.#count;
    const lane = async () => {
      while (missing > 0) {
        missing -= 1;
        await this.#add();
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    const tooLate = performance.now() + patience;
    while (!this.#load.everybodyHears) {
      if (performance.now() > tooLate) throw new Error(`Not everybody is heard in ${wanted} calls.`);
      await pause(100);
    }
    await this.#system.tidy();
    await pause(settling);
  }

  /** Bytes that the system takes without its garbage. */
  async memory(): Promise<number> {
    await this.#system.tidy();
    return (await usageOf(this.#system.pid)).memory;
  }

  /**
   * Over so many ms. Throws when connections are lost, or pictures are held back, for which the machine must have too
   * much else to do.
   */
  async measure(time: number): Promise<Measured> {
    const { pid } = this.#system;
    const began = performance.now();
    const arrived = this.#load.countAnew();
    const [before, own] = [await usageOf(pid), process.cpuUsage()];
    await pause(time);
    const [after, { user, system }] = [await usageOf(pid), process.cpuUsage(own)];
    const seconds = (performance.now() - began) / 1000;
    const lost = this.#lines.filter(({ isLost }) => isLost).length;
    if (lost > 0) throw new Error(`${lost} of ${this.#lines.length} connections are lost.`);
    const due = this.#packetsPerSecond * seconds;
    if (arrived.received < due * whole) throw new Error(`Of ${due.toFixed()} packets ${arrived.received} arrived.`);
    const perCallMinute = (cpu: number) => ((cpu / seconds) * 60) / this.#count;
    const measured = {
      cpuPerCallMinute: perCallMinute(after.cpu - before.cpu),
      mainPerCallMinute: perCallMinute(after.main - before.main),
      busy: (after.cpu - before.cpu) / seconds,
      loading: (user + system) / 1e6 / seconds,
      lostPercent: (100 * arrived.lost) / Math.max(1, arrived.received + arrived.lost),
      delay: delayOf(arrived, 0.95),
    };
    process.stderr.write(`${this.#count} calls: ${JSON.stringify(measured, (_name, value) => rounded(value))}\n`);
    return measured;
  }

  /** Of all calls, as they were recorded. */
  get #packetsPerSecond(): number {
    const { audio, video } = this.#recording;
    const perPerson = [audio, video].reduce((sum, { packets, length }) => sum + (packets.length / length) * 1_000, 0);
    return perPerson * 2 * this.#count;
  }

  async close(): Promise<void> {
    this.#load.stop();
    for (const line of this.#lines) line.close();
    await this.#system.close();
  }

  async #add(): Promise<void> {
    for (const { up, ssrcs, down, transportSequenceId } of await this.#system.call()) {
      const now = performance.now();
      this.#lines.push(up, down);
      this.#load.add(new Speaker(up, ssrcs, this.#recording, now), new Listener(down, transportSequenceId, now));
    }
    this.#count += 1;
  }
}

const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);

function delayOf({ delays, received }: Arrived, share: number): number {
  let sum = 0;
  return delays.findIndex((packets) => (sum += packets) >= received * share);
}
