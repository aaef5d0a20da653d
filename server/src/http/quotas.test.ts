import { httpRequests } from '@front-door/shared/protocol/http.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trail } from '../db/schema.ts';
import { newSecret } from '../identity/secrets.ts';
import { Entry } from '../waiting-room/entry.ts';
import { contentOf } from '../testing/databases.ts';
import { outcome } from '../testing/front-door.ts';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';
import type { Person } from '../testing/person.ts';

const system = { kind: 'system' } as const;
let server: HttpServer;
let practiceId: string;
let admin: Person & { id: string };
beforeAll(async () => {
  server = await startHttpServer();
  practiceId = await server.makePractice('Willowbrook Surgery');
  admin = await server.hire(practiceId, ['admin']);
});
afterAll(() => server.close());

describe('[LIMIT-10] what is made for good', () => {
  const limited = Object.entries(httpRequests).filter(([, request]) => 'perHour' in request);

  it('is limited wherever somebody makes something', () => {
    const makes = Object.keys(httpRequests).filter((name) => /\.(create|upload)$/.test(name));
    expect(limited.map(([name]) => name)).toEqual(expect.arrayContaining(makes));
  });

  it('is limited by practice and hour, and a refusal changes nothing', async () => {
    const { perHour } = httpRequests['api-keys.create'];
    for (let i = 0; i < perHour; i++) await server.requests.takeOfPractice('api-keys.create', practiceId);
    const before = await contentOf(server.db);
    const refused = await admin.ask('api-keys.create', { name: 'Appointment book' });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests', retryAfter: 3600 } });
    expect(await contentOf(server.db)).toEqual(before);

    const clinic = { name: 'Morning surgery', hours: null, welcome: null };
    expect((await admin.ask('clinics.create', clinic)).status).toBe(200);
    const elsewhere = await server.hire(await server.makePractice('Elm Tree Surgery'), ['admin']);
    expect((await elsewhere.ask('api-keys.create', { name: 'Appointment book' })).status).toBe(200);
  });

  it('is one consultation a second for those who come by a clinic’s own link', async () => {
    const texts = { name: 'Evening surgery', hours: null, welcome: null };
    const { code } = await server.clinics.create(practiceId, texts, system);
    const first = await server.clinics.arrive(code);
    for (let i = 1; i < 60; i++) await server.clinics.arrive(code);
    expect(await outcome(server.clinics.arrive(code))).toBe('too_many_requests');
    // Whoever was there before comes back all the same.
    const known = first.open ? first.secret : '';
    expect(await server.clinics.arrive(code, known)).toEqual({ open: true, secret: known });
  });

  it('is 50 sessions of an account: the oldest ends for the next', async () => {
    const { sessions } = server.identity;
    const { id } = await server.hire(practiceId, ['receptionist']);
    const secrets: string[] = [];
    for (let i = 0; i < 51; i++) {
      server.clock.now += 1;
      secrets.push(await sessions.open(id));
    }
    const read = await Promise.all(secrets.map((secret) => sessions.read(secret)));
    expect(read.filter((member) => member === null)).toHaveLength(1);
    expect(read[0]).toBeNull();
    expect(read.at(-1)).toMatchObject({ id });
  });
});

it('[LIMIT-12] guessing from everywhere does not fill the trail, and hides nothing that touches a practice', async () => {
  const refusals = () => server.db.$count(trail, eq(trail.action, 'refused'));
  const entry = new Entry(server.db, () => server.clock.now);
  const before = await refusals();
  for (let i = 0; i < 350; i++) expect(await outcome(entry.byLink(newSecret()))).toBe('link_unknown');
  expect((await refusals()) - before).toBe(300);

  const wanted = { practiceId, clinicianId: null, clinicianName: null, actor: system };
  const { id, patientSecret } = await server.consultations.create(wanted);
  await server.consultations.end(practiceId, id, system);
  expect(await outcome(entry.byLink(patientSecret))).toBe('consultation_ended');
  expect((await refusals()) - before).toBe(301);
});
