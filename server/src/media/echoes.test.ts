import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { dtlsParameters } from '../testing/media.ts';
import { outcome } from '../testing/front-door.ts';
import { startMediaFloor } from '../testing/media-floor.ts';
import { Echoes } from './echoes.ts';

let floor: Awaited<ReturnType<typeof startMediaFloor>>;
let echoes: Echoes;
beforeAll(async () => {
  floor = await startMediaFloor({ count: 1 });
  echoes = new Echoes(floor.workers);
});
afterAll(() => floor.workers.close());
afterEach(() => vi.useRealTimers());

const wanted = () => true;
const nothing = { size: 0, echoes: 0, kept: 0, routerIds: [], transports: [] };
/** What is there of connection checks, by our count, by what mediasoup keeps in this process, and by the worker's own. */
async function present() {
  const { worker, server, echoes: counted } = floor.workers.all[0]!;
  const [{ routerIds }, { webRtcTransportIds }] = await Promise.all([worker.dump(), server.dump()]);
  const { size: kept } = (server as unknown as { webRtcTransportsForTesting: Map<string, unknown> })
    .webRtcTransportsForTesting;
  return { size: echoes.size, echoes: counted, kept, routerIds, transports: webRtcTransportIds };
}

describe('[CHECK-1] a connection check', () => {
  it.each(['udp', 'tcp'] as const)('goes over %s alone, on the port that calls have', async (protocol) => {
    const call = await floor.enter('a-consultation');
    const ports = new Set(call.peer.send.iceCandidates.map(({ port }) => port));
    floor.rooms.closePeer('a-consultation', call.visitId);
    const { opened } = await echoes.open('one', protocol, wanted);
    const { iceCandidates } = opened.transport;
    expect(iceCandidates.map((candidate) => candidate.protocol)).toEqual([protocol]);
    expect(ports).toContain(iceCandidates[0]!.port);
    echoes.close('one');
  });

  it('has a router of its own without any codec, so that no media can go through it', async () => {
    await echoes.open('one', 'udp', wanted);
    const { worker } = floor.workers.all[0]!;
    const { routerIds } = await worker.dump();
    expect(routerIds).toHaveLength(1);
    expect(floor.workers.all[0]).toMatchObject({ rooms: 0, consumers: 0, echoes: 1 });
    echoes.close('one');
    await expect.poll(present).toEqual(nothing);
  });
});

describe('[CHECK-3] [MEDIA-3] a connection check ends', () => {
  it('by itself after 15 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    await echoes.open('one', 'udp', wanted);
    vi.advanceTimersByTime(14_900);
    expect(echoes.size).toBe(1);
    vi.advanceTimersByTime(100);
    expect(echoes.size).toBe(0);
    vi.useRealTimers();
    await expect.poll(present).toEqual(nothing);
    expect(await outcome(echoes.connect('one', dtlsParameters))).toBe('wrong_state');
  });

  it('when the same connection opens another, which has its own 15 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    await echoes.open('one', 'udp', wanted);
    vi.advanceTimersByTime(10_000);
    await echoes.open('one', 'tcp', wanted);
    expect(await present()).toMatchObject({ size: 1, echoes: 1, transports: [expect.any(String)] });
    vi.advanceTimersByTime(10_000);
    expect(echoes.size).toBe(1);
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    await expect.poll(present).toEqual(nothing);
  });

  it('at once when whoever asked is gone by the time it stands', async () => {
    expect(await outcome(echoes.open('gone', 'udp', () => false))).toBe('media_unavailable');
    await expect.poll(present).toEqual(nothing);
  });
});

describe('[CHECK-3] [MEDIA-3] a connection check that cannot be opened', () => {
  it('leaves nothing behind', async () => {
    const { worker } = floor.workers.all[0]!;
    // What the way back is to start from is gone by the time it is asked for.
    worker.observer.once('newrouter', (router) => {
      router.observer.once('newtransport', (transport) => {
        transport.observer.once('newdataproducer', (incoming) => incoming.close());
      });
    });
    await expect(echoes.open('one', 'udp', wanted)).rejects.toThrow('not found');
    await expect.poll(present).toEqual(nothing);
  });
});

describe('[CHECK-3] connection checks', () => {
  it('are opened one at a time for each connection', async () => {
    const asked = ['udp', 'tcp', 'udp'] as const;
    const outcomes = await Promise.all(asked.map((protocol) => outcome(echoes.open('one', protocol, wanted))));
    expect(outcomes).toEqual(['accepted', 'wrong_state', 'wrong_state']);
    echoes.close('one');
    await expect.poll(present).toEqual(nothing);
  });

  it('are 50 at a time on a worker, also when all come at once', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `connection ${index}`);
    const outcomes = await Promise.all(many.map((connection) => outcome(echoes.open(connection, 'udp', wanted))));
    expect(outcomes.filter((each) => each === 'accepted')).toHaveLength(50);
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'too_many_requests']));
    expect((await present()).transports).toHaveLength(50);
    for (const connection of many) echoes.close(connection);
    await expect.poll(present).toEqual(nothing);
    expect(await outcome(echoes.open('later', 'udp', wanted))).toBe('accepted');
    echoes.close('later');
  });

  it('[MEDIA-2] go with their worker, and are there again with the next', async () => {
    await echoes.open('one', 'udp', wanted);
    const [lost] = floor.workers.all;
    process.kill(lost!.worker.pid, 'SIGKILL');
    await expect.poll(() => echoes.size).toBe(0);
    await expect.poll(() => floor.workers.all.some((worker) => worker !== lost)).toBe(true);
    expect(await outcome(echoes.open('one', 'udp', wanted))).toBe('accepted');
    echoes.close('one');
    await expect.poll(present).toEqual(nothing);
  });
});
