import type { types } from 'mediasoup-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pulse } from './pulse.ts';

/** The browser's own account of the pair of addresses in use, and of another, as they stand. */
let pair: Record<string, unknown>;
let other: Record<string, unknown>;
let connectionState: types.ConnectionState;
/** When, in ms from the start, it was told to be silent or not. */
let told: Array<[number, boolean]>;
let pulse: Pulse;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  pair = { type: 'candidate-pair', id: 'used', bytesReceived: 0, responsesReceived: 0 };
  other = { type: 'candidate-pair', id: 'other', bytesReceived: 0, responsesReceived: 0 };
  connectionState = 'connected';
  told = [];
  const transport = {
    closed: false,
    get connectionState() {
      return connectionState;
    },
    getStats: async () => new Map([other, pair, { type: 'transport', selectedCandidatePairId: 'used' }].entries()),
  };
  pulse = new Pulse(transport as unknown as types.Transport, (isSilent) => told.push([Date.now(), isSilent]));
});
afterEach(() => {
  pulse.close();
  vi.useRealTimers();
});

/** Lets time pass in which `what` grows by one every `every` ms. */
async function hear(what: 'bytesReceived' | 'responsesReceived', every: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await vi.advanceTimersByTimeAsync(every);
    pair = { ...pair, [what]: Number(pair[what]) + 1 };
  }
}

test('[NET-9] hears of media, and of nothing but answers every two and a half seconds', async () => {
  await hear('bytesReceived', 900, 10);
  await hear('responsesReceived', 2_500, 10);
  expect(told).toEqual([]);
});

test('[NET-9] tells within four seconds that nothing comes, and within one that something does again', async () => {
  await hear('bytesReceived', 1_000, 5);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(told).toEqual([[9_000, true]]);
  await vi.advanceTimersByTimeAsync(10_000);
  await hear('responsesReceived', 100, 1);
  await vi.advanceTimersByTimeAsync(250);
  expect(told).toEqual([
    [9_000, true],
    [19_250, false],
  ]);
});

test('[NET-9] where nothing but answers came, some of them may get lost', async () => {
  await hear('responsesReceived', 2_500, 4);
  await hear('responsesReceived', 4_000, 1);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(told).toEqual([[20_000, true]]);
});

test('[NET-9] takes no comfort in the answers on another pair of addresses', async () => {
  await hear('bytesReceived', 500, 2);
  for (let responsesReceived = 1; responsesReceived <= 5; responsesReceived += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    other = { ...other, responsesReceived };
  }
  expect(told).toEqual([[5_000, true]]);
});

test('[NET-9] waits for what has not stood yet', async () => {
  connectionState = 'connecting';
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([]);
});

test('[NET-9] says nothing where the browser does not count answers', async () => {
  pair = { type: 'candidate-pair', id: 'used', bytesReceived: 7 };
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([]);
});
