import { expect, it } from 'vitest';
import { LossWindow } from './loss.ts';

it('[WEAK-1] losses are counted over the last seconds', () => {
  const losses = new LossWindow();
  const after = (second: number, sent: number, lost: number, resent = 0) =>
    losses.add({ at: second * 1_000, sent, lost, resent });
  expect(after(0, 1_000, 500)).toBeNull();
  expect(after(1, 1_010, 505)).toBeNull();
  expect(after(2, 1_100, 510)).toBe(0.1);
  expect(after(10, 1_500, 510)).toBe(0);
  expect(after(11, 1_550, 560)).toBeCloseTo(50 / 450);
  // Opened anew.
  expect(after(12, 10, 0)).toBeNull();
  expect(after(13, 110, 25)).toBe(0.25);
  // What was given up for lost came after all.
  expect(after(14, 210, 0)).toBe(0);
  expect(after(15, 310, 0, 30)).toBe(0.15);
});

it('[WEAK-1] what is asked for again is counted over less time, since it is known at once', () => {
  const losses = new LossWindow();
  const after = (second: number, sent: number, resent: number) =>
    losses.add({ at: second * 1_000, sent, lost: 0, resent });
  for (const second of [0, 1, 2, 3]) after(second, 100 * second, 0);
  expect(after(4, 400, 40)).toBe(0.2);
  expect(after(5, 500, 120)).toBe(0.6);
  expect(after(6, 600, 120)).toBe(0.4);
  expect(after(7, 700, 120)).toBe(0.24);
});

it('[WEAK-8] losses that are forgiven do not count, also when they are reported late', () => {
  const losses = new LossWindow();
  const after = (second: number, sent: number, lost: number) =>
    losses.add({ at: second * 1_000, sent, lost, resent: 0 });
  after(0, 1_000, 0);
  expect(after(1, 1_100, 50)).toBe(0.5);
  losses.forgive(1_000);
  // One stream reports soon, another five seconds later.
  expect(after(2, 1_200, 100)).toBeNull();
  expect(after(6, 1_600, 200)).toBeNull();
  expect(after(7, 1_700, 200)).toBe(0);
  expect(after(8, 1_800, 240)).toBe(0.2);
});
