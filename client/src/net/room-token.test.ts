import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Proof } from './room-token.ts';

/** A network that swallows what is asked, until it is given up. */
const swallow = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(
  (_path, { signal }) =>
    new Promise((_, failed) => signal!.addEventListener('abort', () => failed(signal!.reason as Error))),
);
const enough = new AbortController();

let fetchRoomToken: typeof import('./room-token.ts').fetchRoomToken;
let askEarly: typeof import('./room-token.ts').askEarly;
let takeToken: typeof import('./room-token.ts').takeToken;

beforeEach(async () => {
  vi.resetModules();
  ({ fetchRoomToken, askEarly, takeToken } = await import('./room-token.ts'));
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

describe('[LIGHT-5] a token that was asked for early', () => {
  const newcomer: Proof = { by: 'door', door: { by: 'link', secret: 'secret' } };
  const granted = (token: string) => async () => Response.json({ token, role: 'patient', media: null });
  const take = (proof: Proof = newcomer) => takeToken(proof, enough.signal);

  test('is taken once', async () => {
    swallow.mockImplementationOnce(granted('early')).mockImplementationOnce(granted('late'));
    askEarly(newcomer);
    expect(await take()).toEqual({ token: 'early', media: null });
    expect(swallow).toHaveBeenCalledTimes(1);
    expect(await take()).toEqual({ token: 'late', media: null });
  });

  test('is not taken by somebody else, nor when it may soon be too old', async () => {
    swallow.mockImplementation(granted('late'));
    swallow.mockImplementationOnce(granted('early'));
    askEarly({ by: 'resume', resumeSecret: 'resume' });
    expect(await take()).toEqual({ token: 'late', media: null });

    vi.resetModules();
    ({ askEarly, takeToken } = await import('./room-token.ts'));
    swallow.mockImplementationOnce(granted('early'));
    askEarly(newcomer);
    await vi.advanceTimersByTimeAsync(30_001);
    expect(await take()).toEqual({ token: 'late', media: null });
  });

  test('is not asked for any more once the page has asked', async () => {
    swallow.mockImplementationOnce(granted('late'));
    expect(await take()).toEqual({ token: 'late', media: null });
    askEarly(newcomer);
    expect(swallow).toHaveBeenCalledTimes(1);
  });

  test('is refused to whoever takes it, and to nobody before', async () => {
    swallow.mockImplementationOnce(async () => Response.json({ code: 'link_expired' }, { status: 410 }));
    askEarly(newcomer);
    await vi.advanceTimersByTimeAsync(0);
    await expect(take()).rejects.toMatchObject({ code: 'link_expired' });
  });

  test('ends with what it was asked for', async () => {
    const trying = new AbortController();
    askEarly({ by: 'resume', resumeSecret: 'resume' });
    const taken = takeToken({ by: 'resume', resumeSecret: 'resume' }, trying.signal);
    trying.abort();
    await expect(taken).rejects.toMatchObject({ code: 'offline' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(swallow).toHaveBeenCalledTimes(1);
  });
});
