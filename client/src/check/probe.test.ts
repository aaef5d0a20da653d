import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { probe } from './probe.ts';
import { channelOver, type Network } from './testing/channel-over.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => vi.useRealTimers());

async function probeOver(network: Network) {
  const began = performance.now();
  const probing = probe(channelOver(network));
  await vi.advanceTimersByTimeAsync(10_000);
  const figures = await probing;
  return { ...figures, began };
}

describe('[CHECK-2] a probe finds', () => {
  it('nothing lost, the way’s delay, and all that it sends, on a good network', async () => {
    const { loss, roundTripTime, bandwidth } = await probeOver({ delay: 40 });
    expect(loss).toBe(0);
    expect(roundTripTime).toBeCloseTo(40, 0);
    expect(bandwidth).toBeGreaterThan(1_900_000);
    expect(bandwidth).toBeLessThan(2_100_000);
  });

  it('every tenth message lost', async () => {
    const { loss } = await probeOver({ loses: 10 });
    expect(loss).toBeCloseTo(10);
  });

  it.each([200_000, 500_000, 1_000_000])('the %i bits per second that get through', async (bitsPerSecond) => {
    const { bandwidth } = await probeOver({ bitsPerSecond });
    expect(bandwidth! / bitsPerSecond).toBeGreaterThan(0.8);
    expect(bandwidth! / bitsPerSecond).toBeLessThan(1.2);
  });

  it('everything lost where nothing comes back, and no delay', async () => {
    expect(await probeOver({ loses: 1 })).toMatchObject({ loss: 100, roundTripTime: null, bandwidth: 0 });
  });

  it('what it could until the way broke', async () => {
    const { loss, roundTripTime, bandwidth } = await probeOver({ breaksAfter: 50 });
    expect(loss).toBeLessThan(20);
    expect(roundTripTime).toBeCloseTo(40, 0);
    expect(bandwidth).toBeNull();
  });
});
