import { expect, test } from 'vitest';
import { Arrivals, silentAfter } from './arrivals.ts';

test('[NET-5] says so once nothing has come for some seconds, and when something comes again', () => {
  const arrivals = new Arrivals();
  expect(arrivals.note('ada', 10, true, 0)).toBe(true);
  expect(arrivals.note('ada', 10, true, silentAfter - 1)).toBe(true);
  expect(arrivals.note('ada', 10, true, silentAfter)).toBe(false);
  expect(arrivals.note('ada', 11, true, silentAfter + 1)).toBe(true);
});

test('[NET-5] expects nothing of who is muted, and gives them time once they are not', () => {
  const arrivals = new Arrivals();
  arrivals.note('ada', 10, true, 0);
  expect(arrivals.note('ada', 10, false, 60_000)).toBe(true);
  expect(arrivals.note('ada', 10, true, 60_001)).toBe(true);
  expect(arrivals.note('ada', 10, true, 60_000 + silentAfter)).toBe(false);
});

test('[NET-5] counts a stream that never begins, and each by itself', () => {
  const arrivals = new Arrivals();
  arrivals.note('ada', 0, true, 0);
  arrivals.note('bob', 0, true, 3_000);
  expect(arrivals.note('ada', 0, true, silentAfter)).toBe(false);
  expect(arrivals.note('bob', 0, true, silentAfter)).toBe(true);
});
