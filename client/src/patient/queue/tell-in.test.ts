import type { QueueView } from '@front-door/shared/protocol/views.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Told } from './tell-in.ts';
import { tellIn } from './tell-in.ts';

const second = 1_000;
const queue = (place: number | null, wait: number | null = null, late: number | null = null): QueueView => ({
  place,
  wait,
  late,
});
const told = (before: QueueView): Told => ({ queue: before, at: 0 });

describe('what is said of the queue without being asked', () => {
  it('[QUEUE-3] [WAIT-6] is said at first, and then nothing as long as it stays the same', () => {
    expect(tellIn(null, queue(3, 15), 0)).toBe(0);
    expect(tellIn(told(queue(3, 15)), queue(3, 15), 600 * second)).toBeNull();
  });

  it('[QUEUE-3] [WAIT-6] is said at once to whoever is next, and once', () => {
    expect(tellIn(told(queue(2)), queue(1), second)).toBe(0);
    expect(tellIn(told(queue(1)), queue(1), 90 * second)).toBeNull();
  });

  it('[WAIT-6] is said once a minute at most', () => {
    expect(tellIn(told(queue(5)), queue(4), 10 * second)).toBe(50 * second);
    expect(tellIn(told(queue(5)), queue(4), 60 * second)).toBe(0);
    expect(tellIn(told(queue(1)), queue(2), 59 * second)).toBe(second);
  });

  it.each([
    ['a wait that moves by less than ten minutes', queue(3, 20), queue(3, 25), false],
    ['a wait that gets ten minutes longer', queue(3, 20), queue(3, 30), true],
    ['a wait that gets ten minutes shorter', queue(3, 20), queue(3, 10), true],
    ['a wait that is over', queue(3, 5), queue(3, 0), true],
    ['a wait that becomes known', queue(3), queue(3, 25), true],
    ['a wait that is no longer known', queue(3, 25), queue(3), false],
    ['two waits of more than an hour', queue(3, 70), queue(3, 90), false],
    ['a clinic that begins to run late', queue(3), queue(3, null, 20), true],
    ['a clinic that is on time again', queue(3, 5, 20), queue(3, 5), true],
  ])('[WAIT-6] is said of what somebody would notice: %s', (_what, before, now, isSaid) => {
    expect(tellIn(told(before), now, 120 * second)).toBe(isSaid ? 0 : null);
  });

  it('[QUEUE-3] [WAIT-6] is nothing where the practice hides it', () => {
    expect(tellIn(null, queue(null), 0)).toBeNull();
    expect(tellIn(told(queue(null, null, 20)), queue(null), 120 * second)).toBeNull();
  });

  it('[WAIT-6] is never the same twice in a row, nor twice in a minute unless somebody becomes next', () => {
    const view = fc.record({
      place: fc.option(fc.integer({ min: 1, max: 4 })),
      wait: fc.option(fc.integer({ min: 0, max: 16 }).map((fives) => fives * 5)),
      late: fc.option(fc.constantFrom(10, 20)),
    });
    const course = fc.array(fc.record({ after: fc.integer({ min: 1, max: 90 * second }), view }), { maxLength: 40 });
    fc.assert(
      fc.property(course, (changes) => {
        const said: Told[] = [];
        let now = 0;
        for (const { after, view: next } of changes) {
          now += after;
          if (tellIn(said.at(-1) ?? null, next, now) === 0) said.push({ queue: next, at: now });
        }
        const pairs = said.slice(1).map((later, index) => ({ before: said[index]!, later }));
        const isFresh = ({ before, later }: (typeof pairs)[number]) =>
          JSON.stringify(before.queue) !== JSON.stringify(later.queue) &&
          (later.at - before.at >= 60 * second || later.queue.place === 1);
        expect(pairs.filter((pair) => !isFresh(pair))).toEqual([]);
      }),
    );
  });
});
