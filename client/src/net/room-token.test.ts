import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchRoomToken } from './room-token.ts';

/** A network that swallows what is asked, until it is given up. */
const swallow = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(
  (_path, { signal }) =>
    new Promise((_, failed) => signal!.addEventListener('abort', () => failed(signal!.reason as Error))),
);
const enough = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', swallow);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  swallow.mockClear();
});

test('[NET-8] whoever was here asks again on another connection while nothing answers', async () => {
  const asked = fetchRoomToken({ by: 'resume', resumeSecret: 'secret' }, enough.signal);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(swallow).toHaveBeenCalledTimes(2);
  const granted = { token: 'abc', role: 'patient', media: null };
  swallow.mockImplementationOnce(async () => Response.json(granted));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await asked).toEqual(granted);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(swallow).toHaveBeenCalledTimes(3);
});

test('[NET-8] whoever is new asks once, for two tokens would be two devices', async () => {
  const asked = fetchRoomToken({ by: 'door', door: { by: 'link', secret: 'secret' } }, enough.signal);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(swallow).toHaveBeenCalledTimes(1);
  // AbortSignal.timeout keeps its own time, which no test can turn.
  asked.catch(() => undefined);
});
