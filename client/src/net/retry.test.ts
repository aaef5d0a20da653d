import { expect, test } from 'vitest';
import { retryAfter, retryDelay } from './retry.ts';

test('waits longer after each failure, up to six seconds', () => {
  const delays = [1, 2, 3, 4, 5, 6, 60].map((failures) => retryDelay(failures, () => 0.5));
  expect(delays).toEqual([500, 1_000, 2_000, 4_000, 6_000, 6_000, 6_000]);
});

test('spreads the tries by a quarter either way', () => {
  expect(retryDelay(2, () => 0)).toBe(750);
  expect(retryDelay(2, () => 1)).toBe(1_250);
});

test('comes no earlier than the server asked, and not all at once', () => {
  expect([0, 0.5, 1].map((random) => retryAfter(8, () => random))).toEqual([8_000, 9_000, 10_000]);
});
