import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage } from '../testing/stage.ts';
import { RawSocket } from '../testing/raw-socket.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { resume } from '../testing/visitor.ts';
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

/** A WebSocket of somebody in the call, by hand. */
async function inCall(): Promise<RawSocket> {
  const { visitor } = await setStage(server, 'patient', 'in_call');
  const { resumeSecret } = await visitor.welcome();
  const { token } = await resume(origin, resumeSecret!);
  const raw = await RawSocket.join(origin, token);
  await raw.hears((text) => text.includes('visit:welcome'));
  return raw;
}

/** What is there afterwards: a connection that still answers as it should, or none. */
async function stateOf(raw: RawSocket): Promise<unknown> {
  raw.emit(99, 'producer:close', { source: 'camera' });
  const answer = await raw.hears((text) => text.startsWith('4399'));
  return answer === null ? 'closed' : JSON.parse(answer.slice(4));
}
const stillThere = [{ ok: false, error: { code: 'not_found' } }];

describe('[REQ-2] a connection that sends nonsense is closed or goes on, and nobody else notices:', () => {
  const nonsense: Record<string, (raw: RawSocket) => void> = {
    'a message larger than any may be': (raw) => raw.send(`42["visit:check-in","${'x'.repeat(64_000)}"]`),
    'a frame that claims to be huge': (raw) => raw.send('', { claimedLength: 2 ** 40 }),
    'many large pieces of one message': (raw) => {
      raw.send('42["', { fin: false });
      for (let piece = 0; piece < 10; piece++) raw.send('x'.repeat(20_000), { fin: false, opcode: 0 });
    },
    'a frame that is not masked': (raw) => raw.send('42["visit:leave",{}]', { masked: false }),
    'a frame of a kind that is not defined': (raw) => raw.send('x', { opcode: 7 }),
    'text that is no UTF-8': (raw) => raw.send(Buffer.from([0x34, 0x32, 0xff, 0xfe]), { opcode: 1 }),
    'no frames at all': (raw) => raw.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'.repeat(100))),
    'a packet of a type that is not defined': (raw) => raw.send('49{}'),
    'an event that is not JSON': (raw) => raw.send('42{"a'),
    'an event without a name': (raw) => raw.send('42[]'),
    'an event that is an object': (raw) => raw.send('42{}'),
    'an event with an object for a name': (raw) => raw.send('42[{"toString":"x"},{}]'),
    'the events that socket.io keeps to itself': (raw) => raw.send('42["disconnecting"]'),
    'an error of the client’s': (raw) => raw.send('44{"message":"x"}'),
    'attachments that do not come': (raw) => {
      raw.send('451-["media:open",{"_placeholder":true,"num":0}]');
      raw.send('42["visit:leave",{}]');
    },
    'more attachments than anybody has': (raw) => raw.send('45999999999-["media:open",{"_placeholder":true,"num":0}]'),
    'an attachment that was not announced': (raw) => {
      raw.send('451-["media:open",{"_placeholder":true,"num":5}]');
      raw.send(Buffer.from('x'));
    },
    'bytes that belong to nothing': (raw) => raw.send(randomBytes(1000)),
    'an empty message': (raw) => raw.send(''),
    'answers to questions that were not asked': (raw) => {
      for (const id of [0, 1, -1, 99_999]) raw.send(`43${id}["x"]`);
    },
    'another namespace': (raw) => raw.send('40/admin,{"token":"x"}'),
    'an event for another namespace': (raw) => raw.send('42/admin,["visit:leave",{}]'),
    'a number for a name': (raw) => raw.emit(1, 7, {}),
    'the name of what every object has': (raw) => raw.emit(1, '__proto__', {}),
    'very deep nesting': (raw) => raw.send(`421["visit:leave",${'['.repeat(25_000)}${']'.repeat(25_000)}]`),
    'an id that is no number': (raw) => raw.send('42x["visit:leave",{}]'),
    'bytes in place of fields': (raw) => {
      raw.send('451-1["producer:close",{"source":{"_placeholder":true,"num":0}}]');
      raw.send(randomBytes(100));
    },
  };

  it.each(Object.entries(nonsense))('%s', async (_what, send) => {
    const raw = await inCall();
    send(raw);
    expect(['closed', stillThere]).toContainEqual(await stateOf(raw));
    raw.close();
    expect(await witness.notices()).toEqual([]);
  });

  it.each([
    ['closes', 64_001, 'closed'],
    ['does not close', 60_000, stillThere],
  ])('a message %s the connection when it has %i characters', async (_what, length, state) => {
    const raw = await inCall();
    raw.send(`421["visit:leave",{},""]`.replace('""', `"${'x'.repeat(length - 23)}"`));
    expect(await stateOf(raw)).toEqual(state);
  });

  it('anything', async () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 50 }).map((text) => `42${text}`),
      fc.json().map((json) => `42${json}`),
      fc.json().map((json) => `421["media:open",${json}]`),
      fc.stringMatching(/^[0-9]{1,12}[-,/]{0,2}\[".{0,20}$/),
    );
    let raw = await inCall();
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, { maxLength: 20 }), async (messages) => {
        if (raw.isClosed) raw = await inCall();
        for (const message of messages) raw.send(message);
      }),
      { numRuns: 60 },
    );
    expect(await witness.notices()).toEqual([]);
    raw.close();
  });
});

describe('[REQ-2] so does one that speaks HTTP instead:', () => {
  const polling = `/socket.io/?EIO=4&transport=polling`;
  const post = (sid: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(`${origin}${polling}&sid=${sid}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
  const begin = async () => {
    const text = await (await fetch(origin + polling)).text();
    return (JSON.parse(text.slice(1)) as { sid: string }).sid;
  };

  it.each([
    ['too much', 'x'.repeat(100_000), 413],
    ['nonsense', '9999', 200],
    ['bytes', randomBytes(500), 200],
  ])('%s', async (_what, body, status) => {
    expect((await post(await begin(), body)).status).toBe(status);
    expect(await witness.notices()).toEqual([]);
  });

  it('in the name of a session that is not there', async () => {
    for (const sid of ['nobody', '__proto__', 'constructor']) expect((await post(sid, '2')).status).toBe(400);
    expect(await witness.notices()).toEqual([]);
  });
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
