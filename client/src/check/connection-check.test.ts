import type { CheckedWay } from '@front-door/shared/domain/connection-check.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Signalling } from '../call/signalling.ts';
import { ApiError } from '../net/api-error.ts';
import { ConnectionCheck } from './connection-check.ts';
import { channelOver, type Network } from './testing/channel-over.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => vi.useRealTimers());

/** What becomes of a check, and which ways it opened and closed, where each is such a network; null where it is blocked. */
async function checkOver(ways: Record<'udp' | 'tcp', Network | null>) {
  const opened: CheckedWay[] = [];
  const closed = new Set<CheckedWay>();
  const open = async (_request: Signalling['request'], name: CheckedWay) => {
    opened.push(name);
    if (name === 'turn') throw new ApiError({ code: 'not_found' });
    const network = ways[name];
    return network && { channel: channelOver(network), close: () => void closed.add(name) };
  };
  const request = () => Promise.reject(new ApiError({ code: 'not_found' }));
  const check = new ConnectionCheck(request, open);
  const running = check.run();
  await vi.advanceTimersByTimeAsync(20_000);
  await running;
  return { state: check.state.value, opened, closed: [...closed] };
}

describe('a check of the connection', () => {
  it('[CHECK-1] measures the first way that opens, and lets go of each', async () => {
    const { state, opened, closed } = await checkOver({ udp: null, tcp: { delay: 40 } });
    const measured = { udp: false, tcp: true, turn: 'not_configured', loss: 0, roundTripTime: 40 };
    expect(state).toMatchObject({ is: 'done', measured });
    expect(opened).toEqual(['udp', 'tcp', 'turn']);
    expect(closed).toEqual(['tcp']);
  });

  it.each([
    ['while it listens', 50],
    ['while it fills the way', 200],
  ])(
    '[CHECK-3] ends when the server closes it %s: tells no figures, and asks for no other way',
    async (_when, after) => {
      const { state, opened, closed } = await checkOver({ udp: { breaksAfter: after }, tcp: {} });
      expect(state).toEqual({ is: 'failed' });
      expect(opened).toEqual(['udp']);
      expect(closed).toEqual(['udp']);
    },
  );
});
