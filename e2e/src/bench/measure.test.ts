import { describe, expect, it } from 'vitest';
import type { Bench, Target } from './bench.ts';
import { measure, outcomeOf } from './measure.ts';

const quiet = () => {};

describe('a bench', () => {
  it('measures everybody in turn, as often as it says, and puts everything away', async () => {
    const order: string[] = [];
    const contestant = (name: string, sample: number) => async () => {
      order.push(name);
      return { speed: sample };
    };
    const bench: Bench<'speed'> = {
      cases: { speed: { unit: 'ms', target: null } },
      rounds: 2,
      prepare: async () => ({
        contestants: { peer: contestant('peer', 3), ours: contestant('ours', 2), floor: contestant('floor', 1) },
        versions: { thing: '1.2.3' },
        close: async () => void order.push('closed'),
      }),
    };
    const result = await measure('speeds', bench, quiet);
    expect(order).toEqual(['ours', 'floor', 'peer', 'ours', 'floor', 'peer', 'closed']);
    const twice = (sample: number) => ({ n: 2, median: sample, p95: sample, min: sample, max: sample });
    expect(result).toEqual({
      name: 'speeds',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      versions: { node: process.versions.node, thing: '1.2.3' },
      cases: [{ case: 'speed', unit: 'ms', ours: twice(2), floor: twice(1), peer: twice(3), target: null, met: null }],
    });
  });

  it('throws the first round away where that is to warm up', async () => {
    let sample = 0;
    const bench: Bench<'speed'> = {
      cases: { speed: { unit: 'ms', target: null } },
      rounds: 3,
      warmUp: true,
      prepare: async () => ({
        contestants: { ours: async () => ({ speed: (sample += 1) }) },
        versions: {},
        close: async () => {},
      }),
    };
    const { cases } = await measure('speeds', bench, quiet);
    expect(cases[0]!.ours).toMatchObject({ n: 2, min: 2, max: 3 });
  });

  it('puts everything away when measuring fails', async () => {
    let closed = false;
    const bench: Bench<'speed'> = {
      cases: { speed: { unit: 'ms', target: null } },
      rounds: 1,
      prepare: async () => ({
        contestants: { ours: () => Promise.reject(new Error('broken')) },
        versions: {},
        close: async () => void (closed = true),
      }),
    };
    await expect(measure('speeds', bench, quiet)).rejects.toThrow('broken');
    expect(closed).toBe(true);
  });
});

describe('a target', () => {
  const judge = (target: Target, samples: { ours: number[]; floor?: number[]; peer?: number[] }) => {
    const of = (who: 'ours' | 'floor' | 'peer') => (samples[who] ? { speed: samples[who] } : {});
    return outcomeOf('speed', { unit: 'ms', target }, { ours: of('ours'), floor: of('floor'), peer: of('peer') });
  };

  it('of a number is met when no sample is above it', () => {
    expect(judge({ atMost: 5 }, { ours: [1, 5, 3] })).toMatchObject({ target: 5, met: true });
    expect(judge({ atMost: 5 }, { ours: [1, 6, 3] })).toMatchObject({ target: 5, met: false });
  });

  it('of a ratio compares the medians', () => {
    expect(judge({ timesFloor: 2 }, { ours: [4, 9, 4], floor: [2, 2, 2] })).toMatchObject({ target: 2, met: true });
    expect(judge({ timesFloor: 2 }, { ours: [5, 5, 4], floor: [2, 2, 2] })).toMatchObject({ target: 2, met: false });
    expect(judge({ timesPeer: 0.5 }, { ours: [1], peer: [2] })).toMatchObject({ target: 0.5, met: true });
  });

  it('of a ratio can hold the 95th percentile to the median of the floor as well', () => {
    const target = { timesFloor: 2, p95: 4 };
    expect(judge(target, { ours: [2, 2, 8], floor: [2, 2, 9] })).toMatchObject({ target: 2, met: true });
    expect(judge(target, { ours: [2, 2, 9], floor: [2, 2, 9] })).toMatchObject({ target: 2, met: false });
    expect(judge(target, { ours: [5, 5, 5], floor: [2, 2, 9] })).toMatchObject({ target: 2, met: false });
  });

  it('can be of ratios to both floor and peer', () => {
    const target = { timesFloor: 2, timesPeer: 1 };
    expect(judge(target, { ours: [4], floor: [2], peer: [4] })).toMatchObject({ target: 2, met: true });
    expect(judge(target, { ours: [5], floor: [2], peer: [5] })).toMatchObject({ met: false });
    expect(judge(target, { ours: [4], floor: [2], peer: [3] })).toMatchObject({ met: false });
    expect(judge(target, { ours: [4], floor: [2] })).toMatchObject({ met: false });
  });

  it('can be of a ratio to another case of ours', () => {
    const judgeSize = (size: number) =>
      outcomeOf(
        'size',
        { unit: 'ms', target: { times: 1.5, of: 'speed' } },
        { ours: { speed: [9, 4, 4], size: [size] }, floor: { speed: [99] }, peer: {} },
      );
    expect(judgeSize(6)).toMatchObject({ target: 1.5, met: true });
    expect(judgeSize(7)).toMatchObject({ target: 1.5, met: false });
  });

  it('of a ratio is missed when there is nothing to compare with', () => {
    expect(judge({ timesPeer: 1 }, { ours: [1] })).toMatchObject({ met: false });
  });

  it('cannot be met by measuring nothing', () => {
    expect(() => outcomeOf('other', { unit: 'ms', target: null }, { ours: {}, floor: {}, peer: {} })).toThrow('other');
  });
});
