import { randomUUID } from 'node:crypto';
import { setImmediate as tick } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { carriedBy, nothing } from '../testing/carried.ts';
import { camera, microphone } from '../testing/media.ts';
import { startMediaFloor } from '../testing/media-floor.ts';

type Floor = Awaited<ReturnType<typeof startMediaFloor>>;

let floor: Floor;
beforeAll(async () => {
  floor = await startMediaFloor({ count: 1 });
});
afterAll(() => floor.workers.close());

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

const carried = () => carriedBy(floor.workers);

describe('[MEDIA-3] router and transports', () => {
  it('are there while somebody is, and gone with the last one', async () => {
    const consultationId = randomUUID();
    const people = [
      await floor.enter(consultationId),
      await floor.enter(consultationId),
      await floor.enter(consultationId),
    ];
    for (const { room, visitId } of people) {
      await room.startReceiving(visitId, room.capabilities);
      await room.produce(visitId, 'microphone', microphone(), false);
      await room.produce(visitId, 'camera', camera(), false);
    }
    expect(await carried()).toEqual({ routers: 1, transports: 6, rooms: 1, consumers: 12 });
    floor.rooms.closePeer(consultationId, people[0]!.visitId);
    expect(await carried()).toMatchObject({ routers: 1, transports: 4 });
    for (const { visitId } of people.slice(1)) floor.rooms.closePeer(consultationId, visitId);
    expect(await carried()).toEqual(nothing);
    expect(floor.rooms.find(consultationId)).toBeUndefined();
  });

  it('of somebody who opens anew take the place of the old ones', async () => {
    const consultationId = randomUUID();
    const { visitId } = await floor.enter(consultationId);
    for (let again = 0; again < 5; again++) await floor.enter(consultationId, visitId);
    expect(await carried()).toEqual({ routers: 1, transports: 2, rooms: 1, consumers: 0 });
    floor.rooms.closePeer(consultationId, visitId);
    expect(await carried()).toEqual(nothing);
  });

  it('of the same person opened twice at the same moment are there once', async () => {
    const consultationId = randomUUID();
    const visitId = randomUUID();
    await Promise.all([1, 2, 3].map(() => outcome(floor.enter(consultationId, visitId))));
    expect(await carried()).toEqual({ routers: 1, transports: 2, rooms: 1, consumers: 0 });
    floor.rooms.closePeer(consultationId, visitId);
    expect(await carried()).toEqual(nothing);
  });

  it('do not stay for somebody who is not wanted any more once they stand', async () => {
    const consultationId = randomUUID();
    let isWanted = true;
    const opening = outcome(floor.enter(consultationId, randomUUID(), () => isWanted));
    isWanted = false;
    expect(await opening).toBe('media_unavailable');
    expect(await carried()).toEqual(nothing);
  });
});

/** Leaves at each of a few moments of something that is under way. */
const atEachMoment = async (moments: number, work: (leaveAfter: () => Promise<void>) => Promise<void>) => {
  for (let moment = 0; moment < moments; moment++) {
    for (let repeat = 0; repeat < 3; repeat++) {
      await work(async () => {
        for (let ticks = 0; ticks < moment; ticks++) await tick();
      });
    }
  }
};

describe('[MEDIA-1] [MEDIA-3] whoever leaves in the middle of something leaves nothing behind:', () => {
  it('beginning to receive', async () => {
    const consultationId = randomUUID();
    const sender = await floor.enter(consultationId);
    await sender.room.produce(sender.visitId, 'microphone', microphone(), false);
    await sender.room.produce(sender.visitId, 'camera', camera(), false);
    await atEachMoment(6, async (leaveAfter) => {
      const { room, visitId } = await floor.enter(consultationId);
      const starting = outcome(room.startReceiving(visitId, room.capabilities));
      await leaveAfter();
      floor.rooms.closePeer(consultationId, visitId);
      expect(await starting).toBe('accepted');
      expect(await carried()).toEqual({ routers: 1, transports: 2, rooms: 1, consumers: 0 });
    });
    floor.rooms.closePeer(consultationId, sender.visitId);
    expect(await carried()).toEqual(nothing);
  });

  it('beginning to send, to somebody who receives', async () => {
    const consultationId = randomUUID();
    const receiver = await floor.enter(consultationId);
    await receiver.room.startReceiving(receiver.visitId, receiver.room.capabilities);
    await atEachMoment(6, async (leaveAfter) => {
      const { room, visitId } = await floor.enter(consultationId);
      const sending = outcome(room.produce(visitId, 'camera', camera(), false));
      await leaveAfter();
      floor.rooms.closePeer(consultationId, visitId);
      expect(['accepted', 'media_unavailable']).toContain(await sending);
      await expect.poll(carried).toEqual({ routers: 1, transports: 2, rooms: 1, consumers: 0 });
    });
    floor.rooms.closePeer(consultationId, receiver.visitId);
  });

  it('sending, which the other is about to take up', async () => {
    const consultationId = randomUUID();
    const receiver = await floor.enter(consultationId);
    await receiver.room.startReceiving(receiver.visitId, receiver.room.capabilities);
    const sender = await floor.enter(consultationId);
    await sender.room.produce(sender.visitId, 'microphone', microphone(), false);
    const [{ consumerId } = { consumerId: '' }] = receiver.offers;
    floor.rooms.closePeer(consultationId, sender.visitId);
    expect(await outcome(receiver.peer.resumeConsumer(consumerId))).toBe('not_found');
    await expect.poll(() => receiver.told).toEqual([`closed ${consumerId}`]);
    expect(await outcome(receiver.peer.resumeConsumer(consumerId))).toBe('not_found');
    floor.rooms.closePeer(consultationId, receiver.visitId);
    expect(await carried()).toEqual(nothing);
  });
});
