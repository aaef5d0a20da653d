import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Connections } from './connections.ts';

let server: Server;
let connections: Connections;
const clients: Socket[] = [];

async function serve(most: number, isProxy: (address: string) => boolean = () => false): Promise<void> {
  server = createServer((_request, response) => response.end('served'));
  connections = new Connections(server, most, isProxy);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** A connection from one of this machine's many addresses, as the server has it; null if it is let go at once. */
async function come(from: string): Promise<{ client: Socket; end: Socket } | null> {
  const { port } = server.address() as AddressInfo;
  const arrived = once(server, 'connection') as Promise<[Socket]>;
  const client = connect({ port, host: '127.0.0.1', localAddress: from });
  clients.push(client);
  client.on('error', () => {});
  const [end] = await arrived;
  return end.destroyed ? null : { client, end };
}

const isServed = async (client: Socket): Promise<boolean> => {
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [answer] = (await Promise.race([once(client, 'data'), once(client, 'close')])) as [Buffer | boolean];
  return answer instanceof Buffer && answer.toString().startsWith('HTTP/1.1 200');
};

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  connections.cut();
  server.close();
  await once(server, 'close');
});

describe('[LIMIT-1] connections that have proved nothing', () => {
  it('are 1,000 of one address at most; other addresses, and who proved something, do not count', async () => {
    await serve(20_000);
    for (let i = 0; i < 1_000; i++) await come('127.0.0.9');
    expect(await come('127.0.0.9')).toBeNull();
    const neighbour = (await come('127.0.0.10'))!;
    expect(await isServed(neighbour.client)).toBe(true);

    for (let i = 0; i < 999; i++) await come('127.0.0.10');
    expect(await come('127.0.0.10')).toBeNull();
    connections.prove(neighbour.end);
    expect(await come('127.0.0.10')).not.toBeNull();
    expect(await come('127.0.0.10')).toBeNull();

    clients[0]!.destroy();
    await expect.poll(async () => (await come('127.0.0.9')) !== null).toBe(true);
  });

  it('are not counted by address when they are our own reverse proxy’s', async () => {
    await serve(20_000, (address) => address === '127.0.0.9');
    for (let i = 0; i < 1_100; i++) expect(await come('127.0.0.9')).not.toBeNull();
  });

  it('make room, the oldest first, when there are as many as can be', async () => {
    await serve(10);
    const first = (await come('127.0.0.2'))!;
    connections.prove(first.end);
    const second = (await come('127.0.0.3'))!;
    for (let i = 4; i < 12; i++) await come(`127.0.0.${i}`);
    expect(second.end.destroyed).toBe(false);

    const patient = (await come('127.0.0.99'))!;
    await expect.poll(() => second.client.destroyed).toBe(true);
    expect(await isServed(patient.client)).toBe(true);
    expect(await isServed(first.client)).toBe(true);
  });

  it('do not push out who proved something', async () => {
    await serve(5);
    for (let i = 2; i < 7; i++) connections.prove((await come(`127.0.0.${i}`))!.end);
    expect(await come('127.0.0.99')).toBeNull();
    for (const client of clients.slice(0, 5)) expect(await isServed(client)).toBe(true);
  });
});
