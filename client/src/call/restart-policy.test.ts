import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RestartPolicy } from './restart-policy.ts';

/** Restarts from the start on that are no help. */
const allInVain = [
  [0, 'restart'],
  [2_500, 'restart'],
  [6_500, 'restart'],
  [14_500, 'give up'],
];

/** When, in ms from the start, what was done. */
let log: Array<[number, 'restart' | 'give up']>;
let answer: () => Promise<boolean>;
let policy: RestartPolicy;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  log = [];
  answer = () => Promise.resolve(true);
  policy = new RestartPolicy({
    restart: () => {
      log.push([Date.now(), 'restart']);
      return answer();
    },
    giveUp: () => log.push([Date.now(), 'give up']),
  });
});

afterEach(() => {
  policy.close();
  vi.useRealTimers();
});

test('leaves a short stutter alone', async () => {
  policy.handleState('disconnected');
  await vi.advanceTimersByTimeAsync(2_900);
  policy.handleState('connected');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual([]);
});

test('restarts after three seconds of silence', async () => {
  policy.handleState('disconnected');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(log).toEqual([[3_000, 'restart']]);
});

test('restarts at once when the transport failed, then ever later, then gives up', async () => {
  policy.handleState('failed');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(allInVain);
});

test('begins anew once it was connected again', async () => {
  policy.handleState('failed');
  await vi.advanceTimersByTimeAsync(4_000);
  policy.handleState('connected');
  await vi.advanceTimersByTimeAsync(60_000);
  policy.handleState('failed');
  await vi.advanceTimersByTimeAsync(2_500);
  expect(log.map(([at]) => at)).toEqual([0, 2_500, 64_000, 66_500]);
});

test('waits for the connection to the server when a restart cannot be asked for', async () => {
  answer = () => Promise.resolve(false);
  policy.handleState('failed');
  await vi.advanceTimersByTimeAsync(60_000);
  answer = () => Promise.resolve(true);
  policy.handleNetworkChange();
  await vi.advanceTimersByTimeAsync(500);
  expect(log).toEqual([
    [0, 'restart'],
    [60_000, 'restart'],
  ]);
});

test('never runs two restarts at the same time, and forgets none', async () => {
  let finish: (asked: boolean) => void = () => undefined;
  answer = () => new Promise((resolve) => (finish = resolve));
  policy.handleState('failed');
  await vi.advanceTimersByTimeAsync(5_000);
  policy.handleNetworkChange();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(log).toEqual([[0, 'restart']]);
  finish(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual([
    [0, 'restart'],
    [10_000, 'restart'],
  ]);
});

test('a restart over a new network leaves a transport that never noticed in peace afterwards', async () => {
  policy.handleState('connected');
  policy.handleNetworkChange();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual([[0, 'restart']]);
});

test('[NET-9] restarts at once when nothing comes, though the browser takes it for connected, until something does', async () => {
  policy.handleState('connected');
  policy.handleSilence(true);
  await vi.advanceTimersByTimeAsync(2_000);
  policy.handleState('disconnected');
  policy.handleState('connected');
  await vi.advanceTimersByTimeAsync(1_500);
  policy.handleSilence(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual([
    [0, 'restart'],
    [2_500, 'restart'],
  ]);
});

test('[NET-9] gives a silent transport up like any other after three restarts in vain', async () => {
  policy.handleState('connected');
  policy.handleSilence(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(allInVain);
});

test('does nothing after it was closed', async () => {
  policy.handleState('failed');
  policy.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual([]);
});
