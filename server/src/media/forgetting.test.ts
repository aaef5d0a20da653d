import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { camera } from '../testing/media.ts';
import { startMediaFloor } from '../testing/media-floor.ts';

let floor: Awaited<ReturnType<typeof startMediaFloor>>;
beforeAll(async () => {
  floor = await startMediaFloor({ count: 1 });
});
afterAll(() => floor.workers.close());
afterEach(() => vi.useRealTimers());

const off = { sends: 'off', savesData: false } as const;
const full = { sends: 'full', savesData: false } as const;

/** Somebody with a camera and somebody who sees it, and what becomes of the camera at the worker. */
async function meet() {
  const consultationId = randomUUID();
  const sender = await floor.enter(consultationId);
  const receiver = await floor.enter(consultationId);
  await receiver.room.startReceiving(receiver.visitId, receiver.room.capabilities);
  await sender.room.produce(sender.visitId, 'camera', camera(), false);
  await expect.poll(() => receiver.offers).toHaveLength(1);
  const [{ consumerId }] = receiver.offers as [(typeof receiver.offers)[0]];
  const producer = sender.peer.producer('camera');
  const happened: string[] = [];
  producer.observer.on('pause', () => happened.push(sender.peer.isSending('camera') ? 'paused' : 'muted'));
  producer.observer.on('resume', () => happened.push('resumed'));
  return { sender, receiver, consumerId, producer, happened };
}

describe('[WEAK-2] what was lost of a picture that is not sent any more is forgotten by a pause', () => {
  it('of which nobody is told, once each time it goes off', async () => {
    const { sender, receiver, producer, happened } = await meet();
    for (const limit of [full, off, off, full, off]) {
      sender.peer.limitPicture(limit);
      // Waits for what is under way.
      await sender.peer.resumeProducer('camera');
    }
    expect(happened).toEqual(['paused', 'resumed', 'paused', 'resumed']);
    expect(producer.paused).toBe(false);
    expect(receiver.told).toEqual([]);
  });

  it('and whoever turns the camera off at the same moment stays off, and the other is told', async () => {
    const { sender, receiver, consumerId, producer } = await meet();
    sender.peer.limitPicture(off);
    await sender.peer.pauseProducer('camera');
    expect(producer.paused).toBe(true);
    expect(sender.peer.isSending('camera')).toBe(false);
    await expect.poll(() => receiver.told.at(-1)).toBe(`paused ${consumerId}`);
    sender.peer.limitPicture(full);
    sender.peer.limitPicture(off);
    expect(producer.paused).toBe(true);
  });

  it('again each second as long as something comes of it', async () => {
    const { sender, producer, happened } = await meet();
    let byteCount = 0;
    vi.spyOn(producer, 'getStats').mockImplementation(async () => [{ byteCount }] as never);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sender.peer.limitPicture(off);
    const pausesAfterASecond = async () => {
      await vi.advanceTimersByTimeAsync(1_000);
      // Waits for what is under way.
      await sender.peer.resumeProducer('camera');
      return happened.filter((what) => what === 'paused').length;
    };
    expect(await pausesAfterASecond()).toBe(2);
    byteCount = 100;
    expect(await pausesAfterASecond()).toBe(3);
    byteCount = 200;
    expect(await pausesAfterASecond()).toBe(4);
    expect(await pausesAfterASecond()).toBe(4);
    byteCount = 300;
    expect(await pausesAfterASecond()).toBe(4);
  });
});
