import type { StaffView } from '@front-door/shared/protocol/views.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recallAtOnce, recallSession, session } from './session.ts';

const staff = { id: 'ada', name: 'Ada Lovelace', roles: ['clinician'] } as unknown as StaffView;
const heldUp = { code: 'unavailable', retryAfter: 5 };

/** When, in ms from the start, who is signed in was asked. */
let asked: number[];
let answer: () => Response;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  asked = [];
  vi.stubGlobal('fetch', async () => {
    asked.push(Date.now());
    return answer();
  });
  session.value = { is: 'unknown', problem: null };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const json = (body: object, status: number) => new Response(JSON.stringify(body), { status });

test('[STORE-7] says why there is no answer yet, asks again when the server said, and goes on by itself', async () => {
  answer = () => json(heldUp, 503);
  const recalled = recallSession();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual([0]);
  expect(session.value).toMatchObject({ is: 'unknown', problem: heldUp });
  answer = () => json(staff, 200);
  await vi.advanceTimersByTimeAsync(1_000);
  await recalled;
  expect(asked).toEqual([0, 5_625]);
  expect(session.value).toEqual({ is: 'signed_in', staff });
});

test('asks at once for who does not want to wait', async () => {
  answer = () => json(heldUp, 503);
  const recalled = recallSession();
  await vi.advanceTimersByTimeAsync(100);
  answer = () => json({ code: 'not_signed_in' }, 401);
  recallAtOnce();
  await recalled;
  expect(asked).toEqual([0, 100]);
  expect(session.value).toEqual({ is: 'signed_out', because: null });
});

test('asks ever later while nobody answers at all', async () => {
  answer = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
  void recallSession();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([0, 500, 1_500, 3_500, 7_500]);
  session.value = { is: 'signed_out', because: null };
  recallAtOnce();
});
