import { once } from 'node:events';
import { request } from 'node:http';
import { pointsPerMinute } from '@front-door/shared/protocol/socket.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawSocket } from '../testing/raw-socket.ts';
import { setStage } from '../testing/stage.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { resume, Visitor } from '../testing/visitor.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let origin: string;
let witness: Witness;
beforeAll(async () => {
  server = await startTestServer();
  origin = server.app.origin;
  witness = await Witness.begin(server);
});
afterAll(() => server.close());

/** A WebSocket of somebody who waits, by hand. */
async function waiting(): Promise<RawSocket> {
  const { visitor } = await setStage(server, 'patient', 'waiting');
  const { resumeSecret } = await visitor.welcome();
  const { token } = await resume(origin, resumeSecret!);
  const raw = await RawSocket.join(origin, token);
  await raw.hears((text) => text.includes('visit:welcome'));
  raw.stayAlive();
  return raw;
}

/** The status of a handshake that is never completed, from another of this machine's addresses. */
async function pollingFrom(localAddress: string): Promise<number> {
  const { port } = new URL(origin);
  const asked = request({ host: '127.0.0.1', port, localAddress, path: '/socket.io/?EIO=4&transport=polling' });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
  answer.resume();
  return answer.statusCode;
}

it('[LIMIT-2] of one address 200 connections may be without a token at a time; nobody else is kept out', async () => {
  const statuses: number[] = [];
  for (let i = 0; i < 210; i++) statuses.push(await pollingFrom('127.0.0.9'));
  expect(statuses.filter((status) => status === 200)).toHaveLength(200);
  expect(statuses.slice(200)).toEqual(Array(10).fill(403));
  expect(await pollingFrom('127.0.0.10')).toBe(200);
  expect(await witness.notices()).toEqual([]);
});

describe('[LIMIT-3] a connection is cut', () => {
  it('that sends twenty times the messages that are allowed', async () => {
    const raw = await waiting();
    for (let sent = 0; sent < 20 * pointsPerMinute; sent++) raw.send('42["x"]');
    await raw.closed();
    expect(await witness.notices()).toEqual([]);
  });

  it('that sends 4 MB in a minute', async () => {
    const raw = await waiting();
    const large = `42["${'x'.repeat(60_000)}"]`;
    for (let sent = 0; sent < 60; sent++) raw.send(large);
    raw.emit(1, 'visit:leave', 'nonsense');
    expect(await raw.hears((text) => text.startsWith('431'))).toContain('bad_request');
    for (let sent = 0; sent < 10; sent++) raw.send(large);
    await raw.closed();
    expect(await witness.notices()).toEqual([]);
  });

  it('once it has no socket any more', async () => {
    const raw = await waiting();
    raw.send('41');
    await raw.closed();
  });

  it('after a token that was no good', async () => {
    // One that says nothing has its 10 s.
    const silent = await RawSocket.open(origin);
    const raw = await RawSocket.join(origin, 'open sesame');
    expect(raw.received.at(-1)).toContain('"code":"token_invalid"');
    await raw.closed();
    expect(silent.isClosed).toBe(false);
    silent.close();
  });
});

it('[LIMIT-2] who was let in does not count: hundreds behind one address', async () => {
  const comers = await Promise.all(
    Array.from({ length: 220 }, async () => Visitor.connect(origin, server.tokens.issue({ by: 'check' }))),
  );
  expect(comers.every(({ socket }) => socket.connected)).toBe(true);
  for (const { socket } of comers) socket.disconnect();
});

it('[LIMIT-10] one account watches on 30 sockets', async () => {
  const member = await hire(server, ['receptionist']);
  for (let i = 0; i < 30; i++) await watch(server, member);
  await expect(watch(server, member)).rejects.toMatchObject({
    reply: { code: 'too_many_requests', retryAfter: 60 },
  });
  await watch(server, await hire(server, ['receptionist']));
});

it('[LIMIT-5] messages are not compressed, whatever is offered', async () => {
  const raw = await RawSocket.open(origin, {
    'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
  });
  expect(raw.status).toContain('101');
  expect(raw.head).not.toMatch(/sec-websocket-extensions/i);
  raw.close();
});

it('[LIMIT-2] connections without a token are let go after 10 s', async () => {
  await expect.poll(() => pollingFrom('127.0.0.9'), { timeout: 20_000, interval: 500 }).toBe(200);
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
