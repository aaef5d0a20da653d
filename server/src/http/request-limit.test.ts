import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';

const most = 3_000;
let server: HttpServer;
let admin: Awaited<ReturnType<HttpServer['hire']>>;
beforeAll(async () => {
  server = await startHttpServer();
  admin = await server.hire(await server.makePractice('Willowbrook Surgery'), ['admin']);
});
afterAll(() => server.close());

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const use = async (address: string, points: number) => {
  for (let i = 0; i < points; i++) await server.requests.takeOfAddress(address);
};

describe('[LIMIT-9] of one address', () => {
  it('3,000 requests are looked at in a minute, of whatever kind', async () => {
    const ask = (path: string) => admin.send('GET', path, from('192.0.2.1'));
    await use('192.0.2.1', most - 3);
    expect((await ask('/')).status).toBe(200);
    expect((await ask('/api/nothing')).status).toBe(404);
    expect((await ask('/healthz')).status).toBe(200);

    const refused = await ask('/api/nothing');
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests', body: { retryAfter: expect.any(Number) } });
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    const page = await fetch(server.url, from('192.0.2.1'));
    expect(page.status).toBe(429);
    expect(page.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect(await page.text()).toContain('Wait a minute, and try again.');
    expect((await admin.send('GET', '/', from('192.0.2.2'))).status).toBe(200);
  });

  it('those of accounts do not count', async () => {
    const address = '192.0.2.3';
    await use(address, most - 1);
    for (let i = 0; i < 5; i++) {
      expect((await admin.send('GET', '/api/session', from(address))).status).toBe(200);
    }
    expect((await admin.send('GET', '/api/nothing', from(address))).status).toBe(404);
    expect((await admin.send('GET', '/api/nothing', from(address))).status).toBe(429);
  });

  it('those with a good link do not count', async () => {
    const address = '192.0.2.4';
    const actor = { kind: 'system' } as const;
    const practiceId = await server.makePractice('Elm Tree Surgery');
    const wanted = { practiceId, clinicianId: null, clinicianName: null, actor };
    const { patientSecret: secret } = await server.consultations.create(wanted);
    await use(address, most - 1);
    const exchange = (body: object) =>
      admin.send('POST', '/api/links/exchange', {
        headers: { ...from(address).headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (let i = 0; i < 5; i++) expect((await exchange({ secret })).status).toBe(200);
    expect((await exchange({ secret: 'x'.repeat(22) })).status).toBe(404);
    expect((await exchange({ secret })).status).toBe(429);
  });
});

it('[LIMIT-9] an account or key has 3,000 requests in a minute, from wherever', async () => {
  const busy = await server.hire(admin.practiceId, ['admin']);
  for (let i = 0; i < most; i++) await server.requests.takeOfCaller(busy.id);
  expect(await busy.send('GET', '/api/session', from('192.0.2.5'))).toMatchObject({
    status: 429,
    code: 'too_many_requests',
  });
});
