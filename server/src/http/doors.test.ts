import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../testing/free-port.ts';
import { Doors } from './doors.ts';

const host = '127.0.0.1';
let server: Server;
let doors: Doors;
let address: AddressInfo;
const clients: Socket[] = [];

beforeEach(async () => {
  server = createServer((_request, response) => response.end('served'));
  doors = new Doors(server);
  address = await doors.open({ host, port: await freePort() });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  server.closeAllConnections();
  await Promise.all([doors.shut(), new Promise((closed) => server.close(closed))]);
});

const come = (): Socket => {
  const client = connect(address.port, host).on('error', () => {});
  clients.push(client);
  return client;
};

describe('[LIMIT-15] the doors of a server', () => {
  it.runIf(process.platform === 'linux')('let many in for a turn of the event loop', async () => {
    const came: Socket[] = [];
    server.on('connection', (socket) => came.push(socket));
    for (let i = 0; i < 300; i++) come();
    let turns = 0;
    while (came.length < 300) {
      await nextTurn();
      turns += 1;
    }
    expect(turns).toBeLessThan(75);
  });

  it('lead to the same server', async () => {
    const answers = Array.from({ length: 100 }, async () => {
      const [answer] = await once(get({ host, port: address.port, agent: false }), 'response');
      answer.resume();
      return answer.statusCode;
    });
    expect(await Promise.all(answers)).toEqual(Array(100).fill(200));
  });

  it('are not shared with a second server', async () => {
    const second = createServer();
    await expect(new Doors(second).open({ host, port: address.port })).rejects.toThrow(/EADDRINUSE/);
    expect(second.listening).toBe(false);
  });

  it('are all shut, and then are another’s to open', async () => {
    const guests = Array.from({ length: 50 }, come);
    await Promise.all(guests.map((guest) => once(guest, 'connect')));
    const closed = Promise.all([doors.shut(), new Promise((done) => server.close(done))]);
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        await expect(once(connect(address.port, host), 'connect')).rejects.toThrow(/ECONNREFUSED/);
      }),
    );
    for (const guest of guests) guest.destroy();
    await closed;
    const next = createServer();
    const itsDoors = new Doors(next);
    expect(await itsDoors.open({ host, port: address.port })).toMatchObject({ port: address.port });
    await Promise.all([itsDoors.shut(), new Promise((done) => next.close(done))]);
  });
});
