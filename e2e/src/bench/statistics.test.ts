import { expect, it } from 'vitest';
import { summarise } from './statistics.ts';

const upTo = (n: number) => Array.from({ length: n }, (_none, index) => index + 1);

it('sums up whatever the order', () => {
  expect(summarise([5, 1, 4, 2, 3])).toEqual({ n: 5, median: 3, p95: 5, min: 1, max: 5 });
});

it('has the middle between the two middle ones as the median of an even number', () => {
  expect(summarise([1, 2, 10, 20]).median).toBe(6);
});

it.each([
  [1, 1],
  [19, 19],
  [20, 19],
  [100, 95],
])('of %i samples has number %i as the 95th percentile', (n, p95) => {
  expect(summarise(upTo(n)).p95).toBe(p95);
});
