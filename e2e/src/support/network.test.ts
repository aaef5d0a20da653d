import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Network, whyNoNetworks } from './network.ts';

const runFile = promisify(execFile);

describe.skipIf(whyNoNetworks !== null)(`a network of our own ${whyNoNetworks ?? ''}`, () => {
  const udp = createSocket('udp4');
  const page = 'x'.repeat(30_000);
  let network: Network;
  let web: Server;
  let webPort: number;

  beforeAll(async () => {
    network = await Network.open();
    web = createServer((_request, response) => response.end(page)).listen(0, network.serverAddress);
    udp.bind(0, network.serverAddress);
    await Promise.all([once(web, 'listening'), once(udp, 'listening')]);
    udp.on('message', (message, from) => udp.send(message, from.port, from.address));
    webPort = (web.address() as AddressInfo).port;
  });

  afterAll(async () => {
    udp.close();
    web.close();
    await network.remove();
  });

  /** What a program on the host says. */
  const onHost = async (program: string): Promise<string> =>
    (await runFile(...network.inside(process.execPath, ['-e', program]))).stdout.trim();

  /** How long a page takes to come, ms; null when it does not. */
  const fetched = async (): Promise<number | null> =>
    JSON.parse(
      await onHost(`const begun = performance.now();
        fetch('http://${network.serverAddress}:${webPort}', { signal: AbortSignal.timeout(2000) })
          .then((answer) => answer.text())
          .then(() => console.log(performance.now() - begun), () => console.log(null))
          .then(() => process.exit())`),
    );

  /** How many of a hundred packets come back. */
  const echoed = async (): Promise<number> =>
    Number(
      await onHost(`const socket = require('node:dgram').createSocket('udp4');
        let came = 0;
        socket.on('message', () => (came += 1));
        for (let n = 0; n < 100; n += 1) socket.send('x', ${udp.address().port}, '${network.serverAddress}');
        setTimeout(() => { console.log(came); socket.close(); }, 500)`),
    );

  it('carries, and is cut and mended', async () => {
    expect(await fetched()).not.toBeNull();
    expect(await echoed()).toBe(100);
    await network.cut();
    expect(await echoed()).toBe(0);
    await network.mend();
    expect(await echoed()).toBe(100);
  });

  it('is as narrow as it was made', async () => {
    await network.limit({ kbitPerSecond: 300 });
    // 240 kbit.
    expect(await fetched()).toBeGreaterThan(500);
    await network.limit(null);
    expect(await fetched()).toBeLessThan(500);
  });

  it('loses as many packets as it was told', async () => {
    await network.lose(0.5);
    const there = await echoed();
    expect(there).toBeGreaterThan(5);
    expect(there).toBeLessThan(50);
    await network.lose(0);
    expect(await echoed()).toBe(100);
  });

  it('holds packets up on the way there and back', async () => {
    const { port } = udp.address();
    await network.holdUp([port]);
    expect(await echoed()).toBe(100);
    network.delay(300);
    // They come back when nobody waits for them any more.
    expect(await echoed()).toBe(0);
    network.delay(0);
    await network.lose(0.5);
    expect(await echoed()).toBeLessThan(50);
    await network.lose(0);
    expect(await echoed()).toBe(100);
  });

  it('blocks one protocol, or one port', async () => {
    await network.block([{ protocol: 'udp' }]);
    expect(await echoed()).toBe(0);
    expect(await fetched()).not.toBeNull();
    await network.block([{ protocol: 'tcp', port: webPort }]);
    expect(await echoed()).toBe(100);
    expect(await fetched()).toBeNull();
    await network.block([]);
    expect(await fetched()).not.toBeNull();
  });
});
