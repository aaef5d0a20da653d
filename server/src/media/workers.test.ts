import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { camera, microphone } from '../testing/media.ts';
import { startMediaFloor } from '../testing/media-floor.ts';
import { childProcesses } from '../testing/processes.ts';

type Floor = Awaited<ReturnType<typeof startMediaFloor>>;

const running: Floor[] = [];
const start = async (...args: Parameters<typeof startMediaFloor>) => {
  const floor = await startMediaFloor(...args);
  running.push(floor);
  return floor;
};
afterEach(() => {
  for (const { workers } of running.splice(0)) workers.close();
});

/** Somebody who sends sound and picture to somebody who receives them: two consumers. */
async function callOn({ enter }: Floor, consultationId = randomUUID()) {
  const sender = await enter(consultationId);
  const receiver = await enter(consultationId);
  await receiver.room.startReceiving(receiver.visitId, receiver.room.capabilities);
  await sender.room.produce(sender.visitId, 'microphone', microphone(), false);
  await sender.room.produce(sender.visitId, 'camera', camera(), false);
  return { consultationId, sender, receiver, room: sender.room };
}

describe('[MEDIA-1] each worker', () => {
  it('has one port, and everything on it goes through that', async () => {
    const floor = await start(2);
    const calls = [await callOn(floor), await callOn(floor)];
    const ports = calls.map(({ sender, receiver }) => {
      const candidates = [sender, receiver].flatMap(({ peer }) =>
        [peer.send, peer.receive].flatMap(({ iceCandidates }) => iceCandidates),
      );
      expect(new Set(candidates.map(({ protocol }) => protocol))).toEqual(new Set(['udp', 'tcp']));
      return [...new Set(candidates.map(({ port, protocol }) => `${protocol} ${port}`))].toSorted();
    });
    expect(ports.map((each) => each.length)).toEqual([2, 2]);
    expect(new Set(ports.flat()).size).toBe(4);
    for (const { worker, server } of floor.workers.all) {
      expect((await worker.dump()).webRtcServerIds).toEqual([server.id]);
      expect((await server.dump()).webRtcTransportIds).toHaveLength(4);
    }
  });

  it('stays while it is not needed, and is counted as carrying nothing', async () => {
    const { workers } = await start(2);
    expect(workers.all.map(({ index, rooms, consumers }) => [index, rooms, consumers]).toSorted()).toEqual([
      [0, 0, 0],
      [1, 0, 0],
    ]);
  });
});

describe('[MEDIA-1] a consultation', () => {
  it('has one router, also when several people open its media at the same moment', async () => {
    const floor = await start(2);
    const consultationId = randomUUID();
    const people = await Promise.all(Array.from({ length: 5 }, () => floor.enter(consultationId)));
    expect(new Set(people.map(({ room }) => room)).size).toBe(1);
    const routers = await Promise.all(floor.workers.all.map(async ({ worker }) => (await worker.dump()).routerIds));
    expect(routers.flat()).toHaveLength(1);
  });

  it('goes to the worker with the fewest consumers, not with the fewest rooms', async () => {
    const floor = await start(2);
    const busy = await callOn(floor);
    const quiet = [await floor.enter(randomUUID()), await floor.enter(randomUUID()), await floor.enter(randomUUID())];
    const other = floor.workers.all.find((worker) => worker !== busy.room.worker);
    expect(busy.room.worker).toMatchObject({ rooms: 1, consumers: 2 });
    expect(quiet.map(({ room }) => room.worker)).toEqual([other, other, other]);
    expect(other).toMatchObject({ rooms: 3, consumers: 0 });
  });

  it('goes to the worker with the fewest rooms where the consumers are as many', async () => {
    const floor = await start(3);
    const calls = [await callOn(floor), await callOn(floor), await callOn(floor)];
    expect(new Set(calls.map(({ room }) => room.worker)).size).toBe(3);
  });

  it('no longer counts where it was, once consumers or rooms are gone', async () => {
    const floor = await start(2);
    const { room, sender, receiver, consultationId } = await callOn(floor);
    sender.peer.producer('camera').close();
    await expect.poll(() => room.worker.consumers).toBe(1);
    floor.rooms.closePeer(consultationId, receiver.visitId);
    expect(room.worker).toMatchObject({ rooms: 1, consumers: 0 });
    floor.rooms.closePeer(consultationId, sender.visitId);
    expect(room.worker).toMatchObject({ rooms: 0, consumers: 0 });
  });
});

describe('[OPS-5] the workers leave no process behind', () => {
  it('when they are closed', async () => {
    const floor = await start(2);
    await callOn(floor);
    expect(await childProcesses()).toHaveLength(2);
    floor.workers.close();
    await expect.poll(childProcesses).toEqual([]);
  });

  it('when one of them is just being replaced', async () => {
    const { workers } = await start(1);
    const lost = new Promise((resolve) => workers.once('lost', resolve));
    workers.all[0]!.worker.on('died', () => workers.close());
    process.kill(workers.all[0]!.worker.pid, 'SIGKILL');
    await lost;
    await expect.poll(childProcesses).toEqual([]);
    expect(workers.all).toEqual([]);
  });

  it('when one of them cannot be started, because its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    await expect(start(2, port - 1)).rejects.toThrow('port');
    await expect.poll(childProcesses).toEqual([]);
    taken.close();
  });

  it('when there is no worker to start', async () => {
    await expect(start(2, 0, '/nowhere/mediasoup-worker')).rejects.toThrow('ENOENT');
    expect(await childProcesses()).toEqual([]);
  });
});
