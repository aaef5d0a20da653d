import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as tick } from 'node:timers/promises';
import { Server } from 'socket.io';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RawSocket } from '../testing/raw-socket.ts';
import type { EngineSocket } from './engine.ts';
import { limitTraffic } from './traffic.ts';

const megabyte = 'x'.repeat(1_000_000);

let http: HttpServer;
let io: Server;
beforeAll(async () => {
  http = createServer();
  io = new Server(http);
  io.engine.on('connection', (connection: EngineSocket) => limitTraffic(connection, Date.now));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});
afterAll(() => io.close());

/** Both ends of a connection. */
async function open(): Promise<{ near: RawSocket; far: EngineSocket }> {
  const come = once(io.engine, 'connection') as Promise<[EngineSocket]>;
  const near = await RawSocket.open(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  near.stayAlive();
  const [far] = await come;
  return { near, far };
}

it('[LIMIT-3] a connection is cut that lets 16 MB pile up unread', async () => {
  const { near, far } = await open();
  near.stopReading();
  let sent = 0;
  // Beside what lies with us, the two kernels hold some as well.
  while (far.readyState === 'open' && sent < 60) {
    far.send(megabyte);
    sent += 1;
    await tick();
  }
  expect(far.readyState).not.toBe('open');
  expect(sent).toBeGreaterThan(16);
  near.close();
});

it('[LIMIT-3] a connection is not cut that takes what it is sent, however much that is', async () => {
  const { near, far } = await open();
  const isCut = once(far, 'close');
  for (let sent = 1; sent <= 40; sent += 1) {
    const taken = new Promise<void>((done) => far.send(megabyte, undefined, () => done()));
    await Promise.race([taken, isCut]);
  }
  expect(far.readyState).toBe('open');
  await expect.poll(() => near.received.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(40);
  near.close();
});
