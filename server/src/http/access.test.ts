import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { staffRoles } from '@front-door/shared/domain/roles.ts';
import { httpRequests, type HttpCaller } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../testing/databases.ts';
import { goodRequests, mayCall, requestNames, type GoodRequests } from '../testing/good-requests.ts';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person } from '../testing/person.ts';

const nobodies = ['stranger', 'holder of a revoked key', 'holder of a made-up key', 'disabled account'] as const;
type Nobody = (typeof nobodies)[number];
type Known = Exclude<HttpCaller, 'anyone'>;
const known: readonly Known[] = [...staffRoles, 'api_key'];

let server: HttpServer;
let practiceId: string;
let good: GoodRequests;
let cast: Record<Nobody | Known, Person>;

/** A new session for each request, since one of them ends it. */
async function freshly(who: Nobody | Known): Promise<Person> {
  const person = cast[who];
  if (!('id' in person) || who === 'disabled account') return person;
  return new Person(server.url, { cookie: `session=${await server.identity.sessions.open(String(person.id))}` });
}

beforeAll(async () => {
  server = await startHttpServer();
  practiceId = await server.makePractice('Willowbrook Surgery');
  good = goodRequests(server, practiceId);
  const { apiKeys, accounts } = server.identity;
  const system = { kind: 'system' } as const;
  const key = await apiKeys.create(practiceId, 'Appointment book', system);
  const revoked = await apiKeys.create(practiceId, 'Lost laptop', system);
  await apiKeys.revoke(practiceId, revoked.id, system);
  const admin = await server.hire(practiceId, ['admin']);
  const disabled = await server.hire(practiceId, ['clinician', 'receptionist', 'admin']);
  await accounts.disable(admin, disabled.id);
  cast = {
    admin,
    clinician: await server.hire(practiceId, ['clinician']),
    receptionist: await server.hire(practiceId, ['receptionist']),
    api_key: new Person(server.url, { key: key.key }),
    stranger: new Person(server.url),
    'holder of a revoked key': new Person(server.url, { key: revoked.key }),
    'holder of a made-up key': new Person(server.url, { key: `fd_${'x'.repeat(43)}` }),
    'disabled account': disabled,
  };
});
afterAll(() => server.close());

const pairs = requestNames.flatMap((name) => [...known, ...nobodies].map((who) => ({ name, who })));
const isKnown = (who: Nobody | Known): who is Known => known.some((one) => one === who);
const mayAsk = (name: HttpRequestName, who: Nobody | Known) =>
  mayCall(name).includes('anyone') || (isKnown(who) && mayCall(name).includes(who));

describe('[STAFF-5] each request is answered for whom the contract names', () => {
  it.each(pairs.filter(({ name, who }) => mayAsk(name, who)))('$name of $who', async ({ name, who }) => {
    const answer = await (await freshly(who)).sendAny(name, await good[name]());
    expect(answer).toMatchObject({ status: 200, code: undefined });
  });
});

describe('[STAFF-5] each request is refused for whom the contract does not name, and changes nothing', () => {
  it.each(pairs.filter(({ name, who }) => !mayAsk(name, who)))('$name of $who', async ({ name, who }) => {
    const person = await freshly(who);
    const data = await good[name]();
    const before = await contentOf(server.db);
    const answer = await person.sendAny(name, data);
    expect(answer).toMatchObject(
      isKnown(who) ? { status: 403, code: 'forbidden' } : { status: 401, code: 'not_signed_in' },
    );
    expect(await contentOf(server.db)).toEqual(before);
  });
});

const someoneFor = (name: HttpRequestName) => freshly(known.find((who) => mayCall(name).includes(who)) ?? 'stranger');

describe('[REQ-1] what does not fit the contract is refused with the fields that do not, and changes nothing', () => {
  const wrong: Record<string, unknown> = {
    'an object': { $ne: 1 },
    'a list': [['x']],
    null: null,
    'a very long text': 'x'.repeat(5000),
    'a negative number': -1,
    'a text with a zero byte': 'a\0b',
  };
  /** A practice's telephone number, a clinic's hours, their texts, and whose a consultation is. */
  const mayBeNothing = ['phone', 'hours', 'welcome', 'afterText', 'afterLink', 'clinicianId'];
  it.each(requestNames)('%s', async (name) => {
    const person = await someoneFor(name);
    const data: Record<string, unknown> = await good[name]();
    const before = await contentOf(server.db);
    const refused = async (sent: Record<string, unknown>, field: string) => {
      const answer = await person.sendAny(name, sent);
      expect({ sent, ...answer }).toMatchObject({ status: 400, code: 'bad_request' });
      const { fields } = answer.body as { fields: string[] };
      expect(fields.some((path) => path === field || path.startsWith(`${field}.`))).toBe(true);
    };
    await refused({ ...data, surplus: 1 }, 'surplus');
    for (const field of Object.keys(data)) {
      for (const [what, value] of Object.entries(wrong)) {
        // Of a password at sign-in nothing is demanded but that it is the right one.
        if (field === 'password' && what === 'a text with a zero byte') continue;
        if (mayBeNothing.includes(field) && what === 'null') continue;
        // What is wrong with a file is answered line by line.
        if (field === 'csv' && typeof value === 'string') continue;
        await refused({ ...data, [field]: value }, field);
      }
    }
    expect(await contentOf(server.db)).toEqual(before);
  });

  const bare = { id: randomUUID() };
  const needsMore = requestNames.filter((name) => {
    const { data } = httpRequests[name];
    return !data.safeParse({}).success && !data.safeParse(bare).success;
  });
  it.each(needsMore)('%s with nothing', async (name) => {
    const person = await someoneFor(name);
    const before = await contentOf(server.db);
    expect(await person.sendAny(name, bare)).toMatchObject({ status: 400, code: 'bad_request' });
    expect(await contentOf(server.db)).toEqual(before);
  });
});

describe('[REQ-1] what is no good JSON object is refused', () => {
  const json = { 'content-type': 'application/json' };
  const path = '/api/consultations';

  it.each([
    ['a list', json, '[]', 400, 'bad_request'],
    ['a text', json, '"x"', 400, 'bad_request'],
    ['half an object', json, '{"clinicianName":', 400, 'bad_request'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'clinicianName=x', 400, 'bad_request'],
    ['plain text', { 'content-type': 'text/plain' }, '{}', 400, 'bad_request'],
    ['something packed', { ...json, 'content-encoding': 'gzip' }, gzipSync('{}'), 400, 'bad_request'],
    ['another alphabet', { 'content-type': 'application/json; charset=koi8-r' }, '{}', 400, 'bad_request'],
    ['too much', json, JSON.stringify({ clinicianName: 'x'.repeat(17_000) }), 413, 'payload_too_large'],
    ['a prototype', json, '{"__proto__":{"clinicianName":"x"}}', 400, 'bad_request'],
  ])('%s', async (_what, headers, body, status, code) => {
    const before = await contentOf(server.db);
    expect(await cast.api_key.send('POST', path, { headers, body })).toMatchObject({ status, code });
    expect(await contentOf(server.db)).toEqual(before);
  });

  it('an id both in the path and in the body', async () => {
    const { id } = await good['consultations.end']();
    const body = JSON.stringify({ id });
    const answer = await cast.api_key.send('POST', `/api/consultations/${id}/end`, { headers: json, body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request', fields: ['id'] } });
  });

  it('but no body at all is an empty one', async () => {
    const { id } = await good['consultations.end']();
    expect(await cast.api_key.send('POST', `/api/consultations/${id}/end`)).toMatchObject({ status: 200 });
  });
});

describe('[REQ-1] what is not in the contract is refused', () => {
  it('an unknown path', async () => {
    const answer = await cast.admin.send('GET', '/api/nothing/here');
    expect(answer).toMatchObject({
      status: 404,
      body: { type: 'about:blank', title: 'Not Found', status: 404, code: 'not_found' },
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await cast.admin.send('GET', '/api')).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('another method', async () => {
    for (const method of ['PUT', 'PATCH', 'OPTIONS']) {
      const answer = await cast.admin.send(method, '/api/session');
      expect(answer).toMatchObject({ status: 405, code: 'method_not_allowed' });
      expect(answer.headers.get('allow')).toBe('POST, GET, DELETE');
    }
  });

  it('a path that cannot be decoded', async () => {
    expect(await cast.admin.send('POST', '/api/links/%E0%A4%A/revoke')).toMatchObject({
      status: 400,
      code: 'bad_request',
    });
  });
});
