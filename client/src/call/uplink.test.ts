import type { PictureLevel } from '@front-door/shared/domain/quality.ts';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { signal } from '@preact/signals';
import type { types } from 'mediasoup-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from '../net/api-error.ts';
import { chooseToSave } from './saves-data.ts';
import { Uplink } from './uplink.ts';

/** What the server was told, and a way out whose statistics a test makes up: what a browser measures is no matter here. */
let told: object[];
let away: boolean;
let report: object;
let uplink: Uplink;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  away = false;
  report = { type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: 0.02 };
});
afterEach(() => {
  uplink.close();
  chooseToSave(false);
  vi.useRealTimers();
});

function open({ weak = false, receives = 'full' }: { weak?: boolean; receives?: PictureLevel } = {}): void {
  const transport = { getStats: async () => new Map([['0', report]]) } as unknown as types.Transport;
  const request = async (_name: string, data: object) => {
    if (away) throw new ApiError({ code: 'offline' });
    told.push(data);
    return {};
  };
  const view = signal({ me: { picture: { receives } } } as RoomView);
  uplink = new Uplink({ transport, request: request as never, view, weak });
}

it('[WEAK-1] says nothing of a good way', async () => {
  open();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
});

it('[WEAK-5] tells how good a picture it sends, and again what could not be told', async () => {
  open();
  away = true;
  report = { ...report, currentRoundTripTime: 2 };
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
  away = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([{ sends: 'off', savesData: false }]);
});

it('[WEAK-4] blames a long way there and back on the way to the person where that is known to be crowded', async () => {
  open({ receives: 'off' });
  report = { ...report, currentRoundTripTime: 2 };
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
});

it('[WEAK-6] begins without a picture on a weak network, and tries one soon', async () => {
  open({ weak: true });
  expect(told).toEqual([{ sends: 'off', savesData: false }]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told.at(-1)).toEqual({ sends: 'slow', savesData: false });
});

it('[WEAK-7] tells who saves data, and sends small and slow pictures at most', async () => {
  open();
  chooseToSave(true);
  await vi.advanceTimersByTimeAsync(0);
  chooseToSave(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([
    { sends: 'slow', savesData: true },
    { sends: 'full', savesData: false },
  ]);
});

it('[WEAK-8] goes on as before when another way takes the place of one that was gone', async () => {
  open();
  await vi.advanceTimersByTimeAsync(5_000);
  report = { ...report, currentRoundTripTime: 2 };
  await vi.advanceTimersByTimeAsync(4_000);
  report = { ...report, currentRoundTripTime: 0.02 };
  uplink.renew();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([
    { sends: 'off', savesData: false },
    { sends: 'full', savesData: false },
  ]);
});
