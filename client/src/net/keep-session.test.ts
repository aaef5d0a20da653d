import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSession } from './keep-session.ts';

const asked: string[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.reject(new TypeError('Failed to fetch'));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('[SEC-3] an open page is heard of several times an hour, whatever the answer, and no longer than it is open', async () => {
  const stop = keepSession();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expect(new Set(asked)).toEqual(new Set(['/api/session']));
  const heard = asked.length;
  stop();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked.length).toBe(heard);
});
