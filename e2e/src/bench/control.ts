import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { Bare } from './control/bare.ts';
import { Surgery } from './control/surgery.ts';

const small = { waiting: 500, calls: 50 };
const large = { waiting: 5_000, calls: 250 };
/** For how long a usual day's events are let happen, ms. */
const watched = 20_000;
const day = ['arrival', 'mute', 'dropAndResume', 'admission', 'message', 'dropAndResume', 'mute', 'end'] as const;

type Cases =
  | 'event-loop-delay'
  | 'event-loop-delay-at-500'
  | 'event-loop-longest'
  | 'queue-update-fan-out'
  | 'queue-update-fan-out-at-500'
  | 'messages-per-event'
  | 'messages-per-event-at-500'
  | 'cpu-percent'
  | 'cpu-percent-at-500'
  | 'statements-per-event'
  | 'statements-per-event-at-500'
  | 'statements-per-event-at-50'
  | `statements-per-${keyof Surgery['events']}`;

/**
 * The server as it is run, on a real PostgreSQL, with 5,000 who wait (4,000 of them in one clinic), 500 people in calls
 * and 20 admins who watch the huge practice, while some eight things a second happen. The floor: a bare socket.io server
 * with as many connections, told to send as many messages.
 * - `event-loop-delay`: for how long the server's loop was late, the 99th percentile; `event-loop-longest` the longest
 * - `queue-update-fan-out`: from an admission until the last of the next 20 and of the admins knows, 99th percentile
 * - `messages-per-event`: what all of them are told, by the number of events
 * - `statements-per-event`: of the database, on average of the kinds; and of each kind
 */
export const control: Bench<Cases> = {
  cases: {
    'event-loop-delay': { unit: 'ms', target: { times: 2, of: 'event-loop-delay-at-500' } },
    'event-loop-delay-at-500': { unit: 'ms', target: null },
    'event-loop-longest': { unit: 'ms', target: null },
    'queue-update-fan-out': { unit: 'ms', target: { times: 2, of: 'queue-update-fan-out-at-500' } },
    'queue-update-fan-out-at-500': { unit: 'ms', target: null },
    'messages-per-event': { unit: 'count', target: { times: 10, of: 'messages-per-event-at-500' } },
    'messages-per-event-at-500': { unit: 'count', target: null },
    'cpu-percent': { unit: 'percent', target: { times: 10, of: 'cpu-percent-at-500' } },
    'cpu-percent-at-500': { unit: 'percent', target: null },
    'statements-per-event': { unit: 'count', target: { times: 1.1, of: 'statements-per-event-at-500' } },
    'statements-per-event-at-500': { unit: 'count', target: null },
    'statements-per-event-at-50': { unit: 'count', target: null },
    'statements-per-arrival': { unit: 'count', target: null },
    'statements-per-admission': { unit: 'count', target: null },
    'statements-per-mute': { unit: 'count', target: null },
    'statements-per-message': { unit: 'count', target: null },
    'statements-per-dropAndResume': { unit: 'count', target: null },
    'statements-per-end': { unit: 'count', target: null },
  },
  rounds: 2,
  prepare: async () => {
    const surgery = await Surgery.open();
    await surgery.grow(50, 10);
    const at50 = meanOf(await surgery.statementsPerEvent(3));
    await surgery.grow(small.waiting, small.calls);
    const at500 = meanOf(await surgery.statementsPerEvent(3));
    const few = await aDay(surgery);
    await surgery.grow(large.waiting, large.calls);
    const statements = await surgery.statementsPerEvent(3);
    const bare = await Bare.open(large.waiting + 2 * large.calls);
    let told = { events: 1, messages: 1 };

    const ours = async () => {
      const many = await aDay(surgery);
      told = many;
      return {
        'event-loop-delay': many.p99,
        'event-loop-delay-at-500': few.p99,
        'event-loop-longest': many.longest,
        'queue-update-fan-out': many.fanOut,
        'queue-update-fan-out-at-500': few.fanOut,
        'messages-per-event': many.messages / many.events,
        'messages-per-event-at-500': few.messages / few.events,
        'cpu-percent': many.cpu,
        'cpu-percent-at-500': few.cpu,
        'statements-per-event': meanOf(statements),
        'statements-per-event-at-500': at500,
        'statements-per-event-at-50': at50,
        ...(Object.fromEntries(
          Object.entries(statements).map(([kind, count]) => [`statements-per-${kind}`, count]),
        ) as Record<`statements-per-${keyof Surgery['events']}`, number>),
      };
    };
    const floor = async () => {
      await bare.loop();
      const took = await bare.tell(told.events, Math.ceil(told.messages / told.events), watched);
      const { p99, longest, cpu } = await bare.loop();
      const share = (100_000 * cpu) / watched;
      return {
        'event-loop-delay': p99,
        'event-loop-longest': longest,
        'queue-update-fan-out': Math.max(...took),
        'cpu-percent': share,
      };
    };
    const close = async () => {
      for (const { text, calls, mean, longest } of await surgery.slowest()) {
        process.stderr.write(
          `${mean.toFixed(2)} ms, at most ${longest.toFixed(2)}, ${calls} times: ${text.slice(0, 160)}\n`,
        );
      }
      await bare.close();
      await surgery.close();
    };
    return { contestants: { ours, floor }, versions: {}, close };
  },
};

/** Lets things happen one after the other, and another every eighth of a second. */
async function aDay(surgery: Surgery) {
  await surgery.loop();
  const before = surgery.messages;
  const began = performance.now();
  const fanOut: number[] = [];
  const underWay: Array<Promise<unknown>> = [];
  let admitting: Promise<unknown> = Promise.resolve();
  for (let event = 0; performance.now() - began < watched; event += 1) {
    const kind = day[event % day.length]!;
    if (kind === 'admission') {
      // Each is of whoever is first by then.
      admitting = admitting.then(async () => fanOut.push(await surgery.events.admission()));
      underWay.push(admitting);
    } else underWay.push(surgery.events[kind]());
    await pause(125);
  }
  await Promise.all(underWay);
  const took = performance.now() - began;
  const { p99, longest, cpu } = await surgery.loop();
  const messages = surgery.messages - before;
  return { p99, longest, cpu: (100_000 * cpu) / took, messages, events: underWay.length, fanOut: Math.max(...fanOut) };
}

const meanOf = (counts: Record<string, number>): number => {
  const all = Object.values(counts);
  return all.reduce((sum, count) => sum + count, 0) / all.length;
};
