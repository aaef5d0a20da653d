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
  const fares = { askedAgain: 0, lost: 0 };
  let [packetCount, packetsRetransmitted, bytesReceived, looks] = [0, 0, 0, 0];
  vi.spyOn(consumer, 'getStats').mockImplementation(async () => {
    packetCount += 100;
    packetsRetransmitted += 100 * fares.askedAgain;
    const counts = { packetCount, packetsRetransmitted, packetsLost: 0, bitrate: 5e5, roundTripTime: 50 };
    return [{ type: 'outbound-rtp', ...counts }] as never;
  });
  vi.spyOn(receiver.peer.receive, 'getStats').mockImplementation(async () => {
    looks += 1;
    bytesReceived += 1_000;
    return [{ bytesReceived, availableOutgoingBitrate: 2e6, rtpPacketLossSent: fares.lost }] as never;
  });
  await receiver.peer.resumeConsumer(consumerId);
  const looksWithin = async (ms: number) => {
    const before = looks;
    await vi.advanceTimersByTimeAsync(ms);
    return looks - before;
  };
  return { consumer, fares, looksWithin, peer: receiver.peer };
}

describe('[WEAK-1] the way to somebody', () => {
  it('is looked at every other second once it was good for a while', async () => {
    const { looksWithin } = await flow();
    expect(await looksWithin(8_000)).toBe(8);
    await looksWithin(4_000);
    expect(await looksWithin(20_000)).toBe(10);
  });

  it('is looked at no later than after a second when something is asked for again', async () => {
    const { consumer, looksWithin } = await flow();
    await looksWithin(12_000);
    while ((await looksWithin(100)) === 0);
    await looksWithin(300);
    consumer.emit('trace', {} as never);
    expect(await looksWithin(600)).toBe(0);
    expect(await looksWithin(100)).toBe(1);
    await looksWithin(1_500);
    consumer.emit('trace', {} as never);
    expect(await looksWithin(1)).toBe(1);
    expect((await consumer.dump()).traceEventTypes).toEqual(['nack']);
  });

  it('is not held to be weak for what was missing before it was sent there', async () => {
    const { fares, looksWithin, peer } = await flow();
    await looksWithin(10_000);
    fares.askedAgain = 0.3;
    await looksWithin(20_000);
    expect(peer.picture.receives).toBe('full');
    fares.lost = 0.2;
    await looksWithin(4_000);
    expect(peer.picture.receives).toBe('off');
  });

  it('is held to be as weak as is counted where packets are not reported on one by one', async () => {
    const { fares, looksWithin, peer } = await flow(false);
    fares.askedAgain = 0.3;
    await looksWithin(10_000);
    expect(peer.picture.receives).toBe('off');
  });
});
