import { describe, expect, it } from 'vitest';
import { slopeOf } from './slope.ts';

const line = (rise: number, noise: readonly number[]) => noise.map((off, x) => ({ x, y: 100 + rise * x + off }));
const noise = [3, -2, 0, 4, -5, 1, 2, -3, 0, -1, 4, -2, 1, -4, 2, 0];

describe('[SOAK-1] the slope of what a soak measures', () => {
  it('is that of a line, exactly', () => {
    expect(slopeOf(line(2, [0, 0, 0, 0]))).toEqual({ slope: 2, low: 2, high: 2 });
    expect(slopeOf(line(2, [0, 0]))).toEqual({ slope: 2, low: 2, high: 2 });
  });

  it('of what stays the same but for noise is nothing, within its bounds', () => {
    const { low, high } = slopeOf(line(0, noise));
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(high - low).toBeLessThan(1);
  });

  it('of what rises stands out from the noise', () => {
    const { slope, low, high } = slopeOf(line(1, noise));
    expect(low).toBeGreaterThan(0);
    expect(Math.abs(slope - 1)).toBeLessThan(high - low);
  });
});
