import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnOf, waitsAt, type Pace } from './queue.ts';

const minutes = 60_000;
const expectedWait = (before: number, pace: Pace) => waitsAt(pace)(before);
const tenMinutes = [10 * minutes, 10 * minutes, 10 * minutes];

describe('[QUEUE-1] a turn', () => {
  it.each([
    ['without an appointment is when somebody came', 100, null, 100],
    ['with one is its time, however early somebody came', 100, 200, 200],
    ['is when somebody really came, if that is later', 300, 200, 300],
  ])('%s', (_what, placeSince, expectedAt, turn) => {
    expect(turnOf(placeSince, expectedAt)).toBe(turn);
  });
});

describe('[QUEUE-4] an expected wait', () => {
  it.each([
    ['is unknown before three calls were had', 2, { durations: [600_000, 600_000], underWay: [] }, null],
    ['is none for the first when nobody is seen', 0, { durations: tenMinutes, underWay: [] }, 0],
    ['counts everybody before', 3, { durations: tenMinutes, underWay: [] }, 30],
    ['counts what is left of the call under way', 0, { durations: tenMinutes, underWay: [2 * minutes] }, 10],
    [
      'takes no credit for a call that takes longer than usual',
      1,
      { durations: tenMinutes, underWay: [3_600_000] },
      10,
    ],
    ['is shared between those who see people', 4, { durations: tenMinutes, underWay: [0, 0] }, 30],
    [
      'goes by the middle one, not by one that took an hour',
      1,
      { durations: [600_000, 600_000, 3_600_000], underWay: [] },
      10,
    ],
  ])('%s', (_what, before, pace, wait) => {
    expect(expectedWait(before, pace)).toBe(wait);
  });

  it('never gets shorter by more people before, and never longer by another who sees people', () => {
    const call = fc.integer({ min: minutes, max: 60 * minutes });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.array(call, { minLength: 3, maxLength: 20 }),
        fc.array(call, { minLength: 1, maxLength: 5 }),
        call,
        (before, durations, underWay, another) => {
          const wait = expectedWait(before, { durations, underWay })!;
          expect(expectedWait(before + 1, { durations, underWay })).toBeGreaterThanOrEqual(wait);
          expect(expectedWait(before, { durations, underWay: [...underWay, another] })).toBeLessThanOrEqual(wait);
        },
      ),
    );
  });

  it('is what comes of sending each person to the call that ends first', () => {
    const call = fc.integer({ min: minutes, max: 60 * minutes });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        call,
        fc.array(call, { minLength: 1, maxLength: 9 }),
        (before, usual, underWay) => {
          const freeIn = underWay.map((elapsed) => Math.max(0, usual - elapsed));
          for (let person = 0; person < before; person += 1) {
            freeIn[freeIn.indexOf(Math.min(...freeIn))]! += usual;
          }
          const inMinutes = Math.ceil(Math.min(...freeIn) / minutes / 5) * 5;
          expect(expectedWait(before, { durations: [usual, usual, usual], underWay })).toBe(inMinutes);
        },
      ),
    );
  });
});

it('[CONTROL-1] the pace of a clinic is looked at as often for 5,000 who wait as for 50', () => {
  const looksFor = (size: number) => {
    let looks = 0;
    const counted = (numbers: number[]) =>
      new Proxy(numbers, {
        get: (all, key, self) => {
          looks += 1;
          return Reflect.get(all, key, self) as unknown;
        },
      });
    const waitOf = waitsAt({ durations: counted(tenMinutes), underWay: counted(Array.from({ length: 500 }, () => 0)) });
    for (let before = 0; before < size; before += 1) waitOf(before);
    return looks;
  };
  expect(looksFor(5_000)).toBe(looksFor(50));
});
