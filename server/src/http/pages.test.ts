import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from '../identity/secrets.ts';
import { goodPassword, startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person } from '../testing/person.ts';

let server: HttpServer;
let someone: Person;

beforeAll(async () => {
  server = await startHttpServer();
  someone = new Person(server.url, { address: '198.51.100.77' });
});
afterAll(() => server.close());

const overHttps = async (work: () => Promise<void>) => {
  const { origin } = server.settings;
  server.settings.origin = 'https://practice.example';
  await work().finally(() => (server.settings.origin = origin));
};

describe('[PAGE-1] the pages', () => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';');

  it.each([
    ['/', 'index'],
    ['/v', 'visit'],
    ['/c', 'clinician'],
    ['/c/3f0f9c1e-1111-4111-8111-111111111111', 'clinician'],
    ['/staff', 'staff'],
    ['/staff/link', 'staff'],
    ['/staff/trail/1', 'staff'],
  ])('%s is served under the strict policy, and asked for anew each time', async (path, page) => {
    const answer = await someone.send('GET', path);
    expect(answer).toMatchObject({ status: 200, text: `<!doctype html><title>${page}</title>` });
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(policy);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('have headers that keep them to themselves, on whatever is answered', async () => {
    for (const path of ['/', '/assets/main-a1b2c3.js', '/nowhere', '/api/session', '/healthz']) {
      const { headers } = await someone.send('GET', path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
        'permissions-policy': 'camera=(self), microphone=(self)',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('are bound to https where the public address is https', () =>
    overHttps(async () => {
      const { headers } = await someone.send('GET', '/');
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    }));

  it('have parts that are kept for good, since their names change', async () => {
    const answer = await someone.send('GET', '/assets/main-a1b2c3.js');
    expect(answer).toMatchObject({ status: 200, text: 'export {};' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it.each(['/nowhere', '/assets/nothing.js', '/assets/../../package.json', '/assets/%2e%2e/index.html', '/index.html'])(
    'are all there is: %s is not found',
    async (path) => {
      const answer = await someone.send('GET', path);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('<h1>Page not found</h1>');
    },
  );
});

describe('the server says how it is', () => {
  it('up, and ready or not', async () => {
    expect(await someone.send('GET', '/healthz')).toMatchObject({ status: 200, text: 'up\n' });
    expect(await someone.send('GET', '/readyz')).toMatchObject({ status: 200, text: 'ready\n' });
    server.settings.ready = false;
    expect(await someone.send('GET', '/readyz')).toMatchObject({ status: 503, text: 'not ready\n' });
    expect(await someone.send('GET', '/healthz')).toMatchObject({ status: 200 });
    server.settings.ready = true;
  });
});

/** With a table gone, every query of accounts fails, and its error quotes what was asked for. */
const withoutAccounts = async (work: () => Promise<void>) => {
  await server.client.exec('alter table staff rename to staff_away');
  await work().finally(() => server.client.exec('alter table staff_away rename to staff'));
};

describe('[REQ-3] what goes wrong inside', () => {
  it('is answered as `internal` with the id it is logged under, and nothing else', () =>
    withoutAccounts(async () => {
      server.logged.length = 0;
      const answer = await someone.ask('session.open', { email: 'jo@elm.example', password: goodPassword });
      const { id } = answer.body;
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.parse(answer.text)).toEqual({
        type: 'about:blank',
        title: 'Internal Server Error',
        status: 500,
        code: 'internal',
        id,
      });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const lines = server.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
      const line = lines.find(({ errorId }) => errorId === id);
      expect(line).toMatchObject({ level: 'error', method: 'POST', route: '/api/session' });
      expect(line).toMatchObject({ err: { type: 'DrizzleQueryError', cause: { code: '42P01' } } });
      expect(JSON.stringify(line)).toContain('accounts.ts');
    }));

  it('does not cost whoever signs in an attempt', async () => {
    const account = await server.hire(await server.makePractice('Elm Road'), ['admin']);
    const signIn = () => someone.ask('session.open', { email: account.email, password: goodPassword });
    await withoutAccounts(async () => {
      for (let i = 0; i < 12; i++) expect(await signIn()).toMatchObject({ status: 500 });
    });
    expect(await signIn()).toMatchObject({ status: 200 });
  });
});

describe('[OPS-3] the log', () => {
  it('has the route, the status and the time of each request', async () => {
    server.logged.length = 0;
    await someone.ask('staff.disable', { id: '3f0f9c1e-1111-4111-8111-111111111111' });
    await someone.send('GET', '/c/3f0f9c1e-1111-4111-8111-111111111111?from=text');
    await someone.send('GET', '/jo.okafor@elm.example');
    await expect.poll(() => server.logged.length).toBe(3);
    expect(server.logged.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'request', method: 'POST', route: '/api/staff/:id/disable', status: 401, ms: expect.any(Number) },
      { msg: 'request', method: 'GET', route: '/c/:id', status: 200 },
      { msg: 'request', method: 'GET', route: 'none', status: 404 },
    ]);
  });

  it('has no names, e-mail addresses, secrets or addresses, whatever happens', async () => {
    server.logged.length = 0;
    const practiceId = await server.makePractice('Elm Road');
    const admin = await server.hire(practiceId, ['admin']);
    const clinician = await server.hire(practiceId, ['clinician']);
    const secret = newSecret();
    const { body: link } = await admin.ask('staff-links.create', { roles: ['admin'], email: 'kim@elm.example' });
    const linkSecret = link.url.split('#')[1]!;
    const kim = { secret: linkSecret, name: 'Kim Doyle', email: 'kim@elm.example', password: goodPassword };
    const { body: key } = await admin.ask('api-keys.create', { name: 'Appointment book' });
    const system = new Person(server.url, { key: key.key });
    const { body: made } = await system.ask('consultations.create', { clinicianName: 'Dr Jo Okafor' });
    await someone.ask('links.exchange', { secret: made.patientLink.split('#')[1]! });
    await someone.ask('links.exchange', { secret });
    await someone.ask('staff-links.make-account', kim);
    await someone.ask('session.open', { email: clinician.email, password: goodPassword });
    await someone.ask('session.open', { email: clinician.email, password: 'not the password' });
    await someone.sendAny('session.open', { email: clinician.email, [secret]: 1 });
    const headers = { 'content-type': 'application/json' };
    await someone.send('POST', '/api/session', { headers, body: `{"email":"${clinician.email}",` });
    await someone.send('GET', `/v?secret=${secret}`);
    await someone.send('GET', `/${secret}/%E0%A4%A`);
    await withoutAccounts(async () => {
      await someone.ask('session.open', { email: clinician.email, password: goodPassword });
      await clinician.ask('session.read', {});
    });
    const log = server.logged.join('');
    expect(log).toContain('request failed');
    for (const hidden of [
      'elm.example',
      clinician.email,
      clinician.name,
      clinician.session,
      'Kim Doyle',
      'Jo Okafor',
      'Appointment book',
      goodPassword,
      'not the password',
      secret,
      linkSecret,
      key.key,
      made.patientLink.split('#')[1]!,
      '198.51.100.77',
      '127.0.0.1',
    ]) {
      expect(log).not.toContain(hidden);
    }
  });
});
