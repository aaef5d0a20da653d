import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:tls';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { goodRequests, mayCall, requestNames } from '../testing/good-requests.ts';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person } from '../testing/person.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { system } from '../testing/front-door.ts';
import { exchange } from '../testing/visitor.ts';

const keptNowhere = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

describe('[SEC-9] an answer with somebody’s data is kept nowhere and taken for nothing else:', () => {
  let server: HttpServer;
  let practiceId: string;
  beforeAll(async () => {
    server = await startHttpServer();
    practiceId = await server.makePractice('Willowbrook Surgery');
  });
  afterAll(() => server.close());

  it.each(requestNames)('%s', async (name) => {
    const who = mayCall(name).includes('clinician') ? 'clinician' : 'admin';
    const person = await server.hire(practiceId, [who]);
    const stranger = new Person(server.url, { address: '198.51.100.9' });
    const good = await goodRequests(server, practiceId)[name]();
    for (const answer of [await person.sendAny(name, good), await stranger.sendAny(name, { id: 'nothing' })]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject(keptNowhere);
      expect(answer.headers.get('content-type')).toMatch(/^application\/(problem\+)?json; charset=utf-8$/);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('etag')).toBeNull();
    }
  });
});

describe('what goes by a socket', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('[SEC-9] is kept nowhere either where it comes by polling', async () => {
    const { origin, consultations } = server.app;
    const wanted = { practiceId: server.practiceId, clinicianId: null, clinicianName: null, actor: system };
    const { token } = await exchange(origin, (await consultations.create(wanted)).patientSecret);
    const at = `${origin}/socket.io/?EIO=4&transport=polling`;
    const opening = await fetch(at);
    const { sid } = JSON.parse((await opening.text()).slice(1)) as { sid: string };
    const sent = await fetch(`${at}&sid=${sid}`, { method: 'POST', body: `40${JSON.stringify({ token })}` });
    const heard = await fetch(`${at}&sid=${sid}`);
    expect(await heard.text()).toMatch(/^40/);
    const refused = await fetch(`${origin}/socket.io/?EIO=4&transport=polling&sid=nobody`);
    for (const answer of [opening, sent, heard, refused]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject(keptNowhere);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('[SEC-10] over TLS', () => {
  const file = (name: string) => fileURLToPath(new URL(`../testing/tls/localhost.${name}`, import.meta.url));
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ tls: { cert: file('crt'), key: file('key') } });
  });
  afterAll(() => server.close());

  const handshake = async (options: object) => {
    const { port } = server.app.address;
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options });
    try {
      await once(socket, 'secureConnect');
      return `${socket.getProtocol()} ${socket.getCipher().name}`;
    } catch {
      return 'refused';
    } finally {
      socket.destroy();
    }
  };

  it('a browser of today gets 1.3, an older one 1.2 with forward secrecy', async () => {
    expect(await handshake({})).toMatch(/^TLSv1\.3 /);
    expect(await handshake({ maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-/);
  });

  it.each([
    [{ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    [{ minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }],
    [{ maxVersion: 'TLSv1.2', ciphers: 'NULL:aNULL:@SECLEVEL=0' }],
  ])('and nobody gets less: %o', async (options) => {
    expect(await handshake(options)).toBe('refused');
  });

  it('and nothing is answered without', async () => {
    const { port } = server.app.address;
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  });
});
