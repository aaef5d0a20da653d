import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { startMediaFloor } from '../testing/media-floor.ts';
import { strangeCapabilities, strangeDtlsParameters, strangeRtpParameters } from '../testing/strange-media.ts';
import { camera, microphone } from '../testing/media.ts';

const runs = 200;
let floor: Awaited<ReturnType<typeof startMediaFloor>>;
let pid: number | undefined;
beforeAll(async () => {
  floor = await startMediaFloor({ count: 1 });
  pid = floor.workers.all[0]?.worker.pid;
});
afterAll(() => floor.workers.close());

/** That a stranger is refused is as good as that it worked; anything else is not. */
async function orRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** The worker still answers, and is the one that was started. */
const isThere = async () => {
  const [carrier] = floor.workers.all;
  return (await carrier!.worker.dump()).pid === pid && floor.logged.length === 0;
};

describe('[REQ-2] the worker takes or refuses, and survives, any', () => {
  it('parameters of what is sent', async () => {
    const consultationId = randomUUID();
    const receiver = await floor.enter(consultationId);
    await receiver.room.startReceiving(receiver.visitId, receiver.room.capabilities);
    await fc.assert(
      fc.asyncProperty(strangeRtpParameters, strangeRtpParameters, async (first, second) => {
        const { room, visitId, peer } = await floor.enter(consultationId);
        await orRefused(() => room.produce(visitId, 'microphone', first, false));
        await orRefused(() => room.produce(visitId, 'camera', second, false));
        await peer.send.getStats();
        room.closePeer(visitId);
      }),
      { numRuns: runs },
    );
    expect(await isThere()).toBe(true);
    receiver.room.closePeer(receiver.visitId);
  });

  it('capabilities of who receives, and nobody who sends is the worse for it', async () => {
    const consultationId = randomUUID();
    const sender = await floor.enter(consultationId);
    await sender.room.produce(sender.visitId, 'microphone', microphone(), false);
    await fc.assert(
      fc.asyncProperty(strangeCapabilities, async (capabilities) => {
        const { room, visitId, peer } = await floor.enter(consultationId);
        await orRefused(() => room.startReceiving(visitId, capabilities));
        const producer = await room.produce(sender.visitId, 'camera', camera(), false);
        for (const consumerId of peer.consumers.keys()) await peer.resumeConsumer(consumerId);
        producer.close();
        room.closePeer(visitId);
      }),
      { numRuns: runs },
    );
    expect(await isThere()).toBe(true);
  });

  it('fingerprints of who connects', async () => {
    const consultationId = randomUUID();
    await floor.enter(consultationId);
    await fc.assert(
      fc.asyncProperty(strangeDtlsParameters, strangeDtlsParameters, async (first, second) => {
        const { room, visitId, peer } = await floor.enter(consultationId);
        await orRefused(() => peer.connect(peer.send.id, first));
        await orRefused(() => peer.connect(peer.send.id, second));
        await orRefused(() => peer.connect(peer.receive.id, second));
        await peer.restartIce(peer.send.id);
        room.closePeer(visitId);
      }),
      { numRuns: runs },
    );
    expect(await isThere()).toBe(true);
  });
});
