import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  begin,
  deserved,
  grace,
  judge,
  leastBitrate,
  longestPause,
  patience,
  pictureLevels,
  shortestPause,
  soundBitrate,
  trial,
  type Judgement,
  type PictureLevel,
  type Sample,
} from './quality.ts';

const good: Sample = { available: 2_000_000, sending: 1_000_000, loss: 0, roundTripTime: 30 };
/** The network that the product is measured on. */
const weak: Sample = { available: 120_000, sending: 110_000, loss: 0.05, roundTripTime: 200 };
const hopeless: Sample = { available: 20_000, sending: 20_000, loss: 0.4, roundTripTime: 3_000 };
const rank = (level: PictureLevel) => pictureLevels.indexOf(level);

/** A judgement after each second of a network. */
function* seconds(start: Judgement, from: number, samples: Iterable<Sample>): Generator<[number, Judgement]> {
  let [now, judgement] = [from, start];
  for (const sample of samples) {
    now += 1_000;
    judgement = judge(judgement, sample, now);
    yield [now, judgement];
  }
}

const constantly = (sample: Sample, forSeconds: number): Sample[] => Array.from({ length: forSeconds }, () => sample);

/** When a level is reached first, ms after the start. */
function reached(level: PictureLevel, start: Judgement, from: number, sample: Sample): number {
  for (const [now, judgement] of seconds(start, from, constantly(sample, 300))) {
    if (judgement.level === level) return now - from;
  }
  return Infinity;
}

const anySample: fc.Arbitrary<Sample> = fc.record({
  available: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  sending: fc.integer({ min: 0, max: 1_000_000 }),
  loss: fc.option(fc.double({ min: 0, max: 0.5, noNaN: true })),
  roundTripTime: fc.option(fc.integer({ min: 0, max: 3_000 })),
});

/** What any network can have led to, and when: spells of several kinds, one after the other. */
const anyPast = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(anySample, fc.integer({ min: 1, max: 40 })), { maxLength: 8 }))
  .map(([isWeak, spells]): [Judgement, number] => {
    let past: [number, Judgement] = [0, begin(0, isWeak)];
    for (const [sample, length] of spells) {
      for (past of seconds(past[1], past[0], constantly(sample, length)));
    }
    return [past[1], past[0]];
  });

describe('[WEAK-1] a picture', () => {
  it('goes off within seconds at 150 kbit/s, and is back within seconds afterwards', () => {
    expect(reached('off', begin(0, false), 0, weak)).toBeLessThanOrEqual(5_000);
    let last: [number, Judgement] = [0, begin(0, false)];
    for (last of seconds(last[1], 0, constantly(weak, 300)));
    expect(reached('slow', last[1], last[0], good)).toBeLessThanOrEqual(10_000);
  });

  it('[WEAK-6] begins as sound alone where the network is known to be weak', () => {
    expect(begin(0, true).level).toBe('off');
    expect(reached('slow', begin(0, true), 0, good)).toBe(shortestPause);
  });

  it.each<[PictureLevel, Sample]>([
    ['full', { available: 450_000, sending: 440_000, loss: 0.02, roundTripTime: 100 }],
    ['small', { available: 300_000, sending: 290_000, loss: 0.02, roundTripTime: 100 }],
    ['slow', { available: 200_000, sending: 190_000, loss: 0.02, roundTripTime: 100 }],
    ['off', { available: 130_000, sending: 120_000, loss: 0.02, roundTripTime: 100 }],
    // Little goes, and all of it arrives.
    ['full', { available: 140_000, sending: 60_000, loss: 0.02, roundTripTime: 100 }],
    // No less than that is ever estimated: it may be anything.
    ['off', { available: leastBitrate, sending: 60_000, loss: 0.02, roundTripTime: 100 }],
    ['off', { available: 130_000, sending: 60_000, loss: 0.05, roundTripTime: 100 }],
    ['small', { available: null, sending: 0, loss: 0.12, roundTripTime: 100 }],
    ['slow', { available: null, sending: 0, loss: null, roundTripTime: 1_500 }],
    ['full', { available: null, sending: 0, loss: null, roundTripTime: null }],
  ])('is %s by what is measured', (level, sample) => {
    expect(deserved('full', sample)).toBe(level);
  });

  it('goes off after two seconds in which sound alone is deserved, also where a little more was at first', () => {
    const getsWorse = [{ ...good, loss: 0.12 }, { ...good, loss: 0.2 }, hopeless, hopeless];
    const levels = [...seconds(begin(0, false), 0, getsWorse)].map(([, { level }]) => level);
    expect(levels).toEqual(['full', 'full', 'slow', 'off']);
  });

  it('goes down for a long way there and back alone no sooner than after the whole patience', () => {
    const late: Sample = { ...good, roundTripTime: 4_000 };
    expect(reached('off', begin(0, false), 0, late)).toBe(patience + 1_000);
    expect(reached('off', begin(0, false), 0, { ...late, loss: 0.4 })).toBe(2_000);
  });

  it('goes down for the least that is ever estimated no sooner either, and for a real estimate soon', () => {
    expect(reached('off', begin(0, false), 0, { ...good, available: leastBitrate })).toBe(patience + 1_000);
    expect(reached('off', begin(0, false), 0, { ...good, available: leastBitrate * 1.05 })).toBe(2_000);
  });

  it('takes one bad second for nothing', () => {
    const spells = [...constantly(good, 5), hopeless, ...constantly(good, 5), weak, good];
    for (const [, { level }] of seconds(begin(0, false), 0, spells)) expect(level).toBe('full');
  });

  it('always ends off when it is bad enough for long enough, and stays off while that shows', () => {
    fc.assert(
      fc.property(anyPast, ([past, from]) => {
        expect(reached('off', past, from, hopeless)).toBeLessThanOrEqual(2 * patience + 2_000);
        const levels = [...seconds(past, from, constantly(hopeless, 300))].map(([, { level }]) => level);
        expect(new Set(levels.slice(8))).toEqual(new Set(['off']));
      }),
    );
  });

  it('always ends full when it is good for long enough', () => {
    fc.assert(
      fc.property(anyPast, ([past, from]) => {
        expect(reached('full', past, from, good)).toBeLessThanOrEqual(longestPause + 3 * trial + 3_000);
      }),
    );
  });

  it('goes up one step at a time, and never sooner than the shortest pause after any change', () => {
    fc.assert(
      fc.property(anyPast, fc.array(anySample, { maxLength: 200 }), ([past, from], samples) => {
        let before = past;
        const rises: Array<{ steps: number; after: number }> = [];
        for (const [now, judgement] of seconds(past, from, samples)) {
          const steps = rank(judgement.level) - rank(before.level);
          if (steps > 0) rises.push({ steps, after: now - before.since });
          before = judgement;
        }
        expect(rises.filter(({ steps, after }) => steps > 1 || after < shortestPause)).toEqual([]);
      }),
    );
  });

  it('counts towards a try upwards only the time that deserves better', () => {
    const lossy: Sample = { ...good, loss: 0.2 };
    let last: [number, Judgement] = [0, begin(0, false)];
    for (last of seconds(last[1], 0, constantly(lossy, 60)));
    expect(last[1].level).toBe('slow');
    expect(reached('small', last[1], last[0], good)).toBe(shortestPause);
  });

  it('does not flap, whatever the network is like, as long as it stays like that', () => {
    fc.assert(
      fc.property(anyPast, anySample, ([past, from], sample) => {
        const levels = [...seconds(past, from, constantly(sample, 900))].map(([, { level }]) => level);
        const changes = levels.slice(300).filter((level, n, all) => n > 0 && level !== all[n - 1]).length;
        // Up and down once in a try, and the longest pause between tries.
        expect(changes).toBeLessThanOrEqual(2 * Math.ceil(600_000 / (longestPause + grace + patience)) + 2);
      }),
    );
  });

  it('is never better for a worse network', () => {
    // What is not known of the one is not known of the other either.
    const worseThan = ({ available, sending, loss, roundTripTime }: Sample, by: Sample): Sample => ({
      sending,
      available: available && Math.max(0, available - (by.available ?? 0)),
      loss: loss === null ? null : loss + (by.loss ?? 0),
      roundTripTime: roundTripTime === null ? null : roundTripTime + (by.roundTripTime ?? 0),
    });
    fc.assert(
      fc.property(anyPast, anySample, anySample, fc.constantFrom(...pictureLevels), ([past, now], one, by, level) => {
        const other = worseThan(one, by);
        expect(rank(deserved(level, other))).toBeLessThanOrEqual(rank(deserved(level, one)));
        const next = (sample: Sample) => rank(judge(past, sample, now + 1_000).level);
        expect(next(other)).toBeLessThanOrEqual(next(one));
      }),
    );
  });
});

describe('[WEAK-2] sound', () => {
  it('goes at every level, with enough to be understood', () => {
    for (const level of pictureLevels) expect(soundBitrate[level]).toBeGreaterThanOrEqual(16_000);
  });
});
