import type { Bench } from '../bench.ts';
import { Calls } from './calls.ts';
import { startFloor } from './floor-system.ts';
import { startJanus } from './janus-system.ts';
import { startOurs } from './our-system.ts';
import { record, type Recording } from './recording.ts';
import type { System } from './system.ts';

/** A good picture, and one that is sparing enough for a hundred calls beside what makes them. */
const good = { width: 640, height: 480, framesPerSecond: 30, bitrate: 500_000 };
const sparing = { width: 160, height: 120, framesPerSecond: 10, bitrate: 60_000 };
const usual = 30;
const few = 10;
const many = 100;
/** For how long is measured, ms: what a call costs, and how that grows. */
const watched = 30_000;
const briefly = 10_000;

const cases = {
  'cpu-per-call-minute': { unit: 'second', target: { timesFloor: 1.1, timesPeer: 1 } },
  'cpu-beside-media-per-call-minute': { unit: 'second', target: null },
  'memory-per-call': { unit: 'byte', target: null },
  'calls-per-core': { unit: 'count', target: null },
  'cost-growth': { unit: 'ratio', target: { atMost: 1.1 } },
  'packets-lost': { unit: 'percent', target: null },
  'packet-delay-p95': { unit: 'ms', target: null },
} as const;

type Samples = Record<keyof typeof cases, number>;
type Grown = Pick<Samples, 'cost-growth' | 'memory-per-call'>;
type Usual = Omit<Samples, keyof Grown>;

/**
 * What calls of two cost. Their media is real: what a browser's encoders made of a tone and a moving picture is sent
 * again and again over WebRTC connections of their own, each with its ICE, DTLS and SRTP, and reported on as browsers
 * do. Ours is the server as `npm start` runs it, with one media worker; the floor carries as many calls at the same time,
 * made by the same program, so that a slow moment of the machine is one of both; then the peer does. Each begins anew in
 * every round.
 * - `cpu-per-call-minute`: seconds of processors of all its processes, by what Linux counts, in 30 calls
 * - `cpu-beside-media-per-call-minute`: of that, what the process takes that is not the media worker
 * - `memory-per-call`: what its processes take more with 100 calls than with 10, without garbage, for each of the 90; not
 *   than with none, for what a server took to start goes while the first calls come
 * - `calls-per-core`: how many would keep one core busy at that cost; reckoned, and no promise of how good they are
 * - `cost-growth`: the cost of one call of 100, as so many times that of one of 10; with a sparing picture
 * - `packets-lost`, `packet-delay-p95`: of the packets of those 30 calls, through the server and what loads it
 */
export const capacity: Bench<keyof typeof cases> = {
  cases,
  rounds: 6,
  warmUp: true,
  prepare: async () => {
    const [media, little] = [await record(good), await record(sparing)];
    const trial = await startJanus();
    await trial.close();
    // Of this round: ours comes first in each.
    let both: Promise<Usual[]>;
    return {
      contestants: {
        ours: async () => {
          both = carryUsual([await startOurs(), await startFloor()], media);
          return { ...(await both)[0]!, ...(await carryMany(await startOurs(), little)) };
        },
        floor: async () => ({ ...(await both)[1]!, ...(await carryMany(await startFloor(), little)) }),
        // A hundred calls are more than it carries here: it loses connections.
        peer: async () => (await carryUsual([await startJanus()], media))[0]!,
      },
      versions: { janus: trial.version },
      close: () => Promise.resolve(),
    };
  },
};

/** All of them at the same time. */
async function carryUsual(systems: System[], recording: Recording): Promise<Usual[]> {
  const all = systems.map((system) => new Calls(system, recording));
  try {
    for (const calls of all) await calls.grow(usual);
    const measured = await Promise.all(all.map((calls) => calls.measure(watched)));
    return measured.map(({ cpuPerCallMinute, mainPerCallMinute, lostPercent, delay }) => ({
      'cpu-per-call-minute': cpuPerCallMinute,
      'cpu-beside-media-per-call-minute': mainPerCallMinute,
      'calls-per-core': 60 / cpuPerCallMinute,
      'packets-lost': lostPercent,
      'packet-delay-p95': delay,
    }));
  } finally {
    for (const calls of all) await calls.close();
  }
}

async function carryMany(system: System, recording: Recording): Promise<Grown> {
  const calls = new Calls(system, recording);
  try {
    await calls.grow(few);
    const atFew = await calls.measure(briefly);
    const memory = await calls.memory();
    await calls.grow(many);
    const atMany = await calls.measure(briefly);
    return {
      'cost-growth': atMany.cpuPerCallMinute / atFew.cpuPerCallMinute,
      'memory-per-call': ((await calls.memory()) - memory) / (many - few),
    };
  } finally {
    await calls.close();
  }
}
