import { routes } from '@front-door/shared/protocol/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../testing/databases.ts';
import { goodRequests, mayCall, requestNames } from '../testing/good-requests.ts';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person } from '../testing/person.ts';

let server: HttpServer;
let practiceId: string;

beforeAll(async () => {
  server = await startHttpServer();
  practiceId = await server.makePractice('Willowbrook Surgery');
});
afterAll(() => server.close());

describe('[STAFF-6] what changes something is refused when another site’s page sends it', () => {
  const changing = requestNames.filter((name) => !routes[name].startsWith('GET '));
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ];

  it.each(changing)('%s', async (name) => {
    const role = (['admin', 'clinician'] as const).find((one) => mayCall(name).includes(one)) ?? 'admin';
    const person = await server.hire(practiceId, [role]);
    const data = await goodRequests(server, practiceId)[name]();
    const before = await contentOf(server.db);
    for (const headers of foreign) {
      expect(await person.sendAny(name, data, headers)).toMatchObject({ status: 403, code: 'forbidden' });
    }
    expect(await contentOf(server.db)).toEqual(before);
    expect(await person.sendAny(name, data, { origin: server.url })).toMatchObject({ status: 200 });
  });

  it('and answered when our own page or no page at all sends it', async () => {
    const person = await server.hire(practiceId, ['admin']);
    const { origin } = server.settings;
    server.settings.origin = 'http://practice.example';
    try {
      for (const headers of [
        {},
        { origin: 'http://practice.example', 'sec-fetch-site': 'same-origin' },
        // By the address the request really went to, when it is not the public one.
        { origin: server.url },
        { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ]) {
        expect(await person.ask('watch.enter', {}, headers)).toMatchObject({ status: 200 });
      }
    } finally {
      server.settings.origin = origin;
    }
  });

  it('while a practice system with a key may come from anywhere', async () => {
    const { key } = await server.identity.apiKeys.create(practiceId, 'Appointment book', { kind: 'system' });
    const system = new Person(server.url, { key });
    const headers = { origin: 'https://records.example', 'sec-fetch-site': 'cross-site' };
    expect(await system.ask('consultations.create', {}, headers)).toMatchObject({ status: 200 });
  });

  it('and a session counts for nothing beside a key', async () => {
    const admin = await server.hire(practiceId, ['admin']);
    const both = { authorization: `Bearer fd_${'x'.repeat(43)}`, origin: 'https://evil.example' };
    expect(await admin.ask('consultations.create', {}, both)).toMatchObject({ status: 401, code: 'not_signed_in' });
  });
});
