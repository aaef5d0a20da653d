import { randomUUID } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Coturn } from '../testing/coturn.ts';
import { TurnClient } from '../testing/turn-client.ts';
import { overTcp, overUdp } from '../testing/turn-line.ts';
import { Turn } from './turn.ts';

/** Where media would listen; on the address beside it is what nobody from outside may reach. */
const media = '127.0.0.1';
const beside = '127.0.0.2';

let coturn: Coturn;
let turn: Turn;
const clients: TurnClient[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  coturn = await Coturn.start({ media });
  turn = new Turn({ urls: [], secret: coturn.secret, lifetime: 600 }, Date.now);
});
afterAll(() => coturn.close());
afterEach(async () => {
  for (const opened of clients.splice(0)) {
    await opened.refresh(0);
    opened.close();
  }
  for (const socket of sockets.splice(0)) socket.close();
});

/** Each has a visit of its own unless it says otherwise: the relay counts. */
const signedFor = (visit: string = randomUUID()) => turn.forCall(visit)[0]!;

async function client(credentials = signedFor(), over = overUdp): Promise<TurnClient> {
  const opened = new TurnClient(await over(coturn), credentials);
  clients.push(opened);
  return opened;
}

/** Something on an address of this machine that sends back what it hears, and remembers it. */
async function echo(address: string) {
  const heard: string[] = [];
  const socket = createSocket('udp4', (data, { port, address: from }) => {
    heard.push(data.toString());
    socket.send(data, port, from);
  });
  sockets.push(socket);
  socket.bind(0, address);
  await once(socket, 'listening');
  return { heard, port: socket.address().port };
}

describe('[TURN-3] the relay as it is deployed', () => {
  it('leads whoever we signed for to where media listens, and back', async () => {
    const server = await echo(media);
    const browser = await client();
    expect(await browser.allocate()).toBe(0);
    expect(await browser.permit(media)).toBe(0);
    expect(await browser.exchange(media, server.port, 'hello')).toBe('hello');
  });

  it('leads to nowhere else: not to this machine’s other addresses, nor into any network inside', async () => {
    const [inside, server] = [await echo(beside), await echo(media)];
    const stranger = await client();
    expect(await stranger.allocate()).toBe(0);
    const own = Object.values(networkInterfaces())
      .flatMap((addresses = []) => addresses)
      .filter(({ family, address }) => family === 'IPv4' && address !== media)
      .map(({ address }) => address);
    const everywhere = [beside, '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '198.51.100.1'];
    for (const address of [...everywhere, ...own]) {
      expect({ address, answer: await stranger.permit(address) }).toEqual({ address, answer: 403 });
    }
    stranger.send(beside, inside.port, 'let me in');
    expect(await stranger.permit(media)).toBe(0);
    await stranger.exchange(media, server.port, 'are you there');
    expect(inside.heard).toEqual([]);
  });

  it('relays UDP alone', async () => {
    // Which is asked for over TCP alone, by those to whom UDP is granted there.
    expect(await (await client(signedFor(), overTcp)).allocate(17)).toBe(0);
    expect(await (await client(signedFor(), overTcp)).allocate(6)).not.toBe(0);
  });

  it('refuses what is made up, signed by another, or over', async () => {
    const good = signedFor();
    const [expiry, name] = good.username.split(':');
    const forged = [
      { ...good, credential: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' },
      { ...good, username: `${Number(expiry) + 3_600}:${name}` },
      { ...good, username: name! },
      new Turn({ urls: [], secret: 'another secret of ours', lifetime: 600 }, Date.now).forCall('a visit')[0]!,
      new Turn({ urls: [], secret: coturn.secret, lifetime: 600 }, () => Date.now() - 601_000).forCall('a visit')[0]!,
    ];
    for (const credentials of forged) expect(await (await client(credentials)).allocate()).toBe(401);
    expect(await (await client(good)).allocate()).toBe(0);
  });

  it('gives one visit 32 places at most, however many names it was given, and another visit its own', async () => {
    const later = new Turn({ urls: [], secret: coturn.secret, lifetime: 900 }, Date.now);
    const answers: number[] = [];
    for (let count = 0; count < 33; count += 1) {
      const credentials = count % 2 === 0 ? signedFor('a visit') : later.forCall('a visit')[0]!;
      answers.push(await (await client(credentials)).allocate());
    }
    expect(answers).toEqual([...Array<number>(32).fill(0), 486]);
    expect(await (await client(signedFor('another visit'))).allocate()).toBe(0);
  });
});

describe('[TURN-4] a place on the relay', () => {
  it('is kept by whoever has it when the name is over, which opens no other', async () => {
    const ending = new Turn({ urls: [], secret: coturn.secret, lifetime: 2 }, Date.now).forCall(randomUUID())[0]!;
    const browser = await client(ending);
    expect(await browser.allocate()).toBe(0);
    await expect.poll(async () => (await client(ending)).allocate()).toBe(401);
    expect(await browser.refresh()).toBe(0);
    expect(await browser.permit(media)).toBe(0);
  });
});
