import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { outcome } from '../testing/front-door.ts';
import { camera, microphone } from '../testing/media.ts';
import { startMediaFloor } from '../testing/media-floor.ts';
import type { MediaWorker } from './workers.ts';
import { childProcesses } from '../testing/processes.ts';

type Floor = Awaited<ReturnType<typeof startMediaFloor>>;

const running: Floor[] = [];
const startFloor = async (options: Parameters<typeof startMediaFloor>[0]) => {
  const floor = await startMediaFloor(options);
  running.push(floor);
  return floor;
};
const start = (count: number) => startFloor({ count });
afterEach(() => {
  for (const { workers } of running.splice(0)) workers.close();
});

/** How many packets to a UDP port found no room there, as Linux tells it. */
async function droppedAt(port: number): Promise<number> {
  const address = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = (await readFile('/proc/net/udp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  return Number(sockets.find((fields) => fields[1]?.endsWith(address))!.at(-1));
}

/** Somebody who sends sound and picture to somebody who receives them: two consumers. */
async function callOn({ enter }: Floor, consultationId = randomUUID()) {
  const sender = await enter(consultationId);
  const receiver = await enter(consultationId);
  await receiver.room.startReceiving(receiver.visitId, receiver.room.capabilities);
  await sender.room.produce(sender.visitId, 'microphone', microphone(), false);
  await sender.room.produce(sender.visitId, 'camera', camera(), false);
  return { consultationId, sender, receiver, room: sender.room };
}

it('[MEDIA-8] what comes in while a worker is busy for a moment waits for it', async () => {
  const [{ worker, server }] = (await start(1)).workers.all as [MediaWorker];
  const { port } = (await server.dump()).udpSockets[0]!;
  const sender = createSocket('udp4');
  process.kill(worker.pid, 'SIGSTOP');
  // By far more than fit into what a socket is given unasked, and less than what every system allows.
  for (let sent = 0; sent < 400; sent += 1) {
    await new Promise((done) => sender.send(Buffer.alloc(100), port, '127.0.0.1', done));
  }
  sender.close();
  process.kill(worker.pid, 'SIGCONT');
  expect(await droppedAt(port)).toBe(0);
});

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

/** Ends a worker, and resolves when the others know. */
async function kill({ workers }: Floor, { worker }: MediaWorker): Promise<void> {
  const lost = new Promise((resolve) => workers.once('lost', resolve));
  process.kill(worker.pid, 'SIGKILL');
  await lost;
}

describe('[MEDIA-2] the spare worker', () => {
  it('carries calls in the very moment in which another dies', async () => {
    const floor = await start(1);
    const [first] = floor.workers.all;
    let standing: readonly MediaWorker[] = [];
    floor.workers.once('lost', () => (standing = floor.workers.all));
    await kill(floor, first!);
    expect(standing).toHaveLength(1);
    expect(standing[0]).not.toBe(first);
    expect((await callOn(floor)).room.worker).toBe(standing[0]);
  });

  it('is followed by a new one, on the port that became free', async () => {
    const floor = await start(1);
    for (let death = 1; death <= 4; death += 1) {
      const before = floor.workers.all[0]!;
      await kill(floor, before);
      await expect.poll(childProcesses).toHaveLength(2);
      await expect.poll(() => floor.workers.all.length).toBe(1);
      expect([0, 1]).toContain(floor.workers.all[0]!.index);
    }
  });

  it('also takes the place of one that hangs, which is ended', async () => {
    const floor = await start(1);
    const hung = floor.workers.all[0]!;
    const lost = new Promise((resolve) => floor.workers.once('lost', resolve));
    process.kill(hung.worker.pid, 'SIGSTOP');
    expect(await lost).toBe(hung);
    expect((await callOn(floor)).room.worker).not.toBe(hung);
  });
});

describe('[MEDIA-6] whoever opens media on a worker that dies meanwhile', () => {
  it('has it on another one', async () => {
    const floor = await start(1);
    const [dying] = floor.workers.all;
    // It answers nobody, so that it is sure to die while it is asked.
    process.kill(dying!.worker.pid, 'SIGSTOP');
    const entering = floor.enter(randomUUID());
    await kill(floor, dying!);
    const { room } = await entering;
    expect(floor.workers.all).toEqual([room.worker]);
  });

  it('is told that there is none where no other one is up, and has it later', async () => {
    const floor = await start(1);
    const [dying] = floor.workers.all;
    process.kill(dying!.worker.pid, 'SIGSTOP');
    const consultationId = randomUUID();
    const entering = outcome(floor.enter(consultationId));
    for (const pid of await childProcesses()) process.kill(pid, 'SIGKILL');
    // Which of the two deaths is heard of first is Linux's affair.
    expect(['media_unavailable', 'accepted']).toContain(await entering);
    await expect.poll(() => outcome(floor.enter(consultationId))).toBe('accepted');
  });
});

describe('[MEDIA-7] a worker that does not answer', () => {
  it('is given no new rooms, until it answers again', async () => {
    const floor = await start(2);
    const { room } = await callOn(floor);
    const idle = floor.workers.leastLoaded()!;
    expect(idle).not.toBe(room.worker);
    process.kill(idle.worker.pid, 'SIGSTOP');
    await expect.poll(() => floor.workers.leastLoaded()).toBe(room.worker);
    process.kill(idle.worker.pid, 'SIGCONT');
    await expect.poll(() => floor.workers.leastLoaded()).toBe(idle);
  });
});

describe('[MEDIA-4] three deaths within five minutes', () => {
  it('keep new rooms out and let those move that were there, until five minutes have passed', async () => {
    let now = Date.now();
    const floor = await startFloor({ count: 2, now: () => now });
    floor.workers.on('lost', (worker) => floor.rooms.forget(worker));
    const { room, consultationId } = await callOn(floor);
    const other = floor.workers.all.find((worker) => worker !== room.worker)!;
    await kill(floor, other);
    await kill(floor, room.worker);
    expect(floor.workers.healthy).toBe(true);
    await expect.poll(() => floor.workers.all.length).toBe(2);
    await kill(floor, floor.workers.all[0]!);
    expect(floor.workers.healthy).toBe(false);
    expect(floor.logged.filter((line) => line.includes('no new calls'))).toHaveLength(1);

    await expect.poll(() => floor.workers.all.length).toBe(2);
    expect(await outcome(floor.enter(randomUUID()))).toBe('media_unavailable');
    expect(await outcome(floor.enter(consultationId))).toBe('accepted');

    now += 5 * 60_000 + 1;
    expect(floor.workers.healthy).toBe(true);
    expect(await outcome(floor.enter(randomUUID()))).toBe('accepted');
  });
});

describe('[OPS-5] the workers leave no process behind', () => {
  it('when they are closed', async () => {
    const floor = await start(2);
    await callOn(floor);
    expect(await childProcesses()).toHaveLength(3);
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
    await expect(startFloor({ count: 2, firstPort: port - 1 })).rejects.toThrow('port');
    await expect.poll(childProcesses).toEqual([]);
    taken.close();
  });

  it('when there is no worker to start', async () => {
    await expect(startFloor({ count: 2, binary: '/nowhere/mediasoup-worker' })).rejects.toThrow('ENOENT');
    expect(await childProcesses()).toEqual([]);
  });
});
