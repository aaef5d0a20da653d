import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from './api-error.ts';
import { insist } from './insist.ts';

/** A try under way, as the server or the network would answer it. */
interface Try {
  at: number;
  answer: (answer: string) => void;
  fail: (code: 'offline' | 'resume_invalid') => void;
  end: AbortSignal;
}

let tries: Try[];
let enough: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  tries = [];
  enough = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ask = (end: AbortSignal) =>
  new Promise<string>((answer, failed) => {
    const fail = (code: 'offline' | 'resume_invalid') => failed(new ApiError({ code }));
    end.addEventListener('abort', () => fail('offline'));
    tries.push({ at: Date.now(), answer, fail, end });
  });

/** Insists for so many ms; gives what has come of it, which is kept up to date. */
async function insisting(ms: number): Promise<{ is: string }> {
  const now = { is: 'open' };
  insist(ask, enough.signal).then(
    (answer) => (now.is = answer),
    (error: ApiError) => (now.is = error.code),
  );
  await vi.advanceTimersByTimeAsync(ms);
  return now;
}

const open = () => tries.filter(({ end }) => !end.aborted).length;

test('[NET-8] asks again while nothing answers, ever later, with three tries under way at most', async () => {
  const now = await insisting(20_000);
  expect(tries.map(({ at }) => at)).toEqual([0, 2_000, 5_000, 10_000, 15_000, 20_000]);
  expect(open()).toBe(3);
  expect(now.is).toBe('open');
});

test('[NET-8] takes the first answer, whichever try it is to, and ends the others', async () => {
  const now = await insisting(5_000);
  tries[1]!.answer('token');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.is).toBe('token');
  expect(tries).toHaveLength(3);
  expect(open()).toBe(0);
});

test('[NET-8] takes a refusal for an answer', async () => {
  const now = await insisting(2_000);
  tries[1]!.fail('resume_invalid');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.is).toBe('resume_invalid');
  expect(tries).toHaveLength(2);
  expect(tries[0]!.end.aborted).toBe(true);
});

test('[NET-8] goes on while another try is under way, and says that it is offline when none is', async () => {
  const now = await insisting(2_000);
  tries[1]!.fail('offline');
  await vi.advanceTimersByTimeAsync(0);
  expect(now.is).toBe('open');
  tries[0]!.fail('offline');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.is).toBe('offline');
  expect(tries).toHaveLength(2);
});

test('[NET-8] ends when it is enough', async () => {
  const now = await insisting(2_000);
  enough.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.is).toBe('offline');
  expect(tries).toHaveLength(2);
  expect(open()).toBe(0);
});

test('[NET-8] spreads the tries by a quarter either way', async () => {
  vi.mocked(Math.random).mockReturnValueOnce(0).mockReturnValueOnce(1);
  await insisting(6_000);
  expect(tries.map(({ at }) => at)).toEqual([0, 1_500, 5_250]);
  enough.abort();
});
