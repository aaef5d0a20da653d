import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { camera } from '../testing/media.ts';
import { startMediaFloor } from '../testing/media-floor.ts';

let floor: Awaited<ReturnType<typeof startMediaFloor>>;
beforeAll(async () => {
  floor = await startMediaFloor({ count: 1 });
});
afterAll(() => floor.workers.close());
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

/**
 * A picture on its way to somebody, and how it fares there: of what is sent, the share that is asked for again, and that
 * which the reports on the transport say was lost, if there are any.
 */
async function flow(isReported = true) {
  const consultationId = randomUUID();
  const sender = await floor.enter(consultationId);
  const receiver = await floor.enter(consultationId);
  const { headerExtensions = [], ...others } = receiver.room.capabilities;
  const understood = headerExtensions.filter(({ uri }) => isReported || !uri.includes('transport-wide-cc'));
  await receiver.room.startReceiving(receiver.visitId, { ...others, headerExtensions: understood });
  await sender.room.produce(sender.visitId, 'camera', camera(), false);
  await expect.poll(() => receiver.offers).toHaveLength(1);
  const [{ consumerId }] = receiver.offers as [(typeof receiver.offers)[0]];
  const consumer = receiver.peer.consumers.get(consumerId)!;
  const fares = { askedAgain: 0, lost: 0, isSilent: false };
  const asked = { transport: 0, stream: 0 };
  let [packetCount, packetsRetransmitted, bytesReceived] = [0, 0, 0];
  vi.spyOn(consumer, 'getStats').mockImplementation(async () => {
    asked.stream += 1;
    packetCount += 100;
    packetsRetransmitted += 100 * fares.askedAgain;
    const counts = { packetCount, packetsRetransmitted, packetsLost: 0, bitrate: 5e5, roundTripTime: 50 };
    return [{ type: 'outbound-rtp', ...counts }] as never;
  });
  vi.spyOn(receiver.peer.receive, 'getStats').mockImplementation(async () => {
    asked.transport += 1;
    if (!fares.isSilent) bytesReceived += 1_000;
    return [{ bytesReceived, availableOutgoingBitrate: 2e6, rtpPacketLossSent: fares.lost }] as never;
  });
  await receiver.peer.resumeConsumer(consumerId);
  const within = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { consumer, fares, asked, within, peer: receiver.peer };
}

describe('[WEAK-1] the way to somebody', () => {
  it('is looked at each second, once it was good for a while mostly by whether the other end is there', async () => {
    const { asked, within } = await flow();
    await within(8_000);
    expect(asked).toEqual({ transport: 8, stream: 8 });
    await within(12_000);
    expect(asked.transport).toBe(20);
    await within(20_000);
    expect(asked.transport).toBe(40);
    // Every fourth time of the last thirty.
    expect(asked.stream).toBeGreaterThanOrEqual(15);
    expect(asked.stream).toBeLessThanOrEqual(18);
  });

  it('is looked at closely while anything is reported lost', async () => {
    const { fares, asked, within } = await flow();
    await within(12_000);
    const before = asked.stream;
    fares.lost = 0.01;
    await within(5_000);
    expect(asked.stream - before).toBe(5);
  });

  it('is looked at closely when the other end falls silent', async () => {
    const { fares, asked, within } = await flow();
    await within(12_000);
    const before = asked.stream;
    fares.isSilent = true;
    await within(5_000);
    expect(asked.stream - before).toBe(5);
  });

  it('is not held to be weak for what was missing before it was sent there', async () => {
    const { fares, within, peer } = await flow();
    await within(10_000);
    fares.askedAgain = 0.3;
    await within(20_000);
    expect(peer.picture.receives).toBe('full');
    fares.lost = 0.2;
    // The worker takes the time it takes, whatever the clock says.
    while (peer.picture.receives !== 'off') await within(100);
  });

  it('is looked at closely, and held to be as weak as is counted, where packets are not reported on one by one', async () => {
    const { fares, asked, within, peer } = await flow(false);
    await within(20_000);
    expect(asked.stream).toBe(20);
    fares.askedAgain = 0.3;
    while (peer.picture.receives !== 'off') await within(100);
  });
});
