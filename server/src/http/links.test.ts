import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consultations, staff, trail } from '../db/schema.ts';
import { newSecret } from '../identity/secrets.ts';
import { contentOf } from '../testing/databases.ts';
import { goodRequests } from '../testing/good-requests.ts';
import { goodPassword, startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person } from '../testing/person.ts';

let server: HttpServer;
let practiceId: string;
let addresses = 0;

const someone = (address = `198.51.100.${++addresses}`) => new Person(server.url, { address });
const secretOf = (url: string) => url.split('#')[1] ?? '';
const newConsultation = () =>
  server.consultations.create({ practiceId, clinicianId: null, clinicianName: null, actor: { kind: 'system' } });

beforeAll(async () => {
  server = await startHttpServer();
  practiceId = await server.makePractice('Willowbrook Surgery');
});
afterAll(() => server.close());

describe('[LINK-5] guessing links', () => {
  const guess = (person: Person) => person.ask('links.exchange', { secret: newSecret() });
  const guessOften = async (person: Person, times: number) => {
    for (let i = 0; i < times; i++) expect(await guess(person)).toMatchObject({ status: 404, code: 'link_unknown' });
  };

  it('is over after 20 misses: everything that exchanges links is refused, also a good one', async () => {
    const guesser = someone();
    const good = goodRequests(server, practiceId);
    await guessOften(guesser, 20);
    for (const name of [
      'links.exchange',
      'visits.resume',
      'staff-links.look',
      'staff-links.make-account',
      'staff-links.sign-in',
      'goodbye.read',
      'feedback.give',
    ] as const) {
      const data = await good[name]();
      const before = await contentOf(server.db);
      const refused = await guesser.sendAny(name, data);
      expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
      const wait = Number(refused.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(4 * 60);
      expect(wait).toBeLessThanOrEqual(5 * 60);
      expect(refused.body).toMatchObject({ title: 'Too Many Requests', status: 429, retryAfter: wait });
      expect(await contentOf(server.db)).toEqual(before);
    }
    const { patientSecret } = await newConsultation();
    expect(await someone().ask('links.exchange', { secret: patientSecret })).toMatchObject({ status: 200 });
    // What has nothing to do with links is answered.
    expect(await guesser.ask('session.read', {})).toMatchObject({ code: 'not_signed_in' });
  });

  it('is counted over all kinds of links and resume secrets together', async () => {
    const guesser = someone();
    for (let i = 0; i < 5; i++) {
      const secret = newSecret();
      expect(await guesser.ask('visits.resume', { resumeSecret: secret })).toMatchObject({ code: 'resume_invalid' });
      expect(await guesser.ask('staff-links.look', { secret })).toMatchObject({ code: 'link_unknown' });
      expect(await guesser.ask('staff-links.sign-in', { secret })).toMatchObject({ code: 'link_unknown' });
      expect(await guesser.ask('links.exchange', { secret })).toMatchObject({ code: 'link_unknown' });
    }
    expect(await guess(guesser)).toMatchObject({ code: 'too_many_requests' });
  });

  it('is counted for a whole IPv6 network, and for nobody beside it', async () => {
    for (let i = 0; i < 20; i++) await guessOften(someone(`2001:db8:1:2::${i.toString(16)}`), 1);
    expect(await guess(someone('2001:db8:1:2:ffff::1'))).toMatchObject({ code: 'too_many_requests' });
    expect(await guess(someone('2001:db8:1:3::1'))).toMatchObject({ code: 'link_unknown' });
  });

  it('does not count what works: a whole clinic may be behind one address', async () => {
    const clinic = someone();
    await guessOften(clinic, 19);
    const { patientSecret, clinicianSecret } = await newConsultation();
    for (let i = 0; i < 15; i++) {
      expect(await clinic.ask('links.exchange', { secret: patientSecret })).toMatchObject({
        status: 200,
        body: { role: 'patient' },
      });
      expect(await clinic.ask('links.exchange', { secret: clinicianSecret })).toMatchObject({
        status: 200,
        body: { role: 'clinician' },
      });
    }
    await guessOften(clinic, 1);
    expect(await guess(clinic)).toMatchObject({ code: 'too_many_requests' });
  });
});

describe('[API-1] a practice system', () => {
  it('makes a consultation with its key and gets both links', async () => {
    const admin = await server.hire(practiceId, ['admin']);
    const { body: made } = await admin.ask('api-keys.create', { name: 'Appointment book' });
    expect(made.key).toMatch(/^fd_[\w-]{43}$/);
    const system = new Person(server.url, { key: made.key });
    const validFrom = server.clock.now + 60_000;
    const validUntil = validFrom + 3_600_000;
    const answer = await system.ask('consultations.create', { clinicianName: 'Dr Jo Okafor', validFrom, validUntil });
    expect(answer).toMatchObject({ status: 200, body: { validFrom, validUntil } });
    const { id, patientLink, clinicianLink } = answer.body;
    expect(patientLink).toMatch(new RegExp(`^${server.url}/v#[\\w-]{22}$`));
    expect(clinicianLink).toMatch(new RegExp(`^${server.url}/c#[\\w-]{22}$`));

    const [row] = await server.db.select().from(consultations).where(eq(consultations.id, id));
    expect(row).toMatchObject({ practiceId, clinicianId: null, clinicianName: 'Dr Jo Okafor' });
    const early = await someone().ask('links.exchange', { secret: secretOf(patientLink) });
    expect(early).toMatchObject({ status: 403, code: 'link_not_yet_valid' });
    const { body } = await admin.ask('trail.read', { consultationId: id });
    expect(body.entries).toContainEqual(
      expect.objectContaining({
        action: 'consultation_made',
        actor: { kind: 'api_key', name: 'Appointment book' },
        consultationId: id,
      }),
    );

    const now = await system.ask('consultations.create', {});
    for (const [link, role] of [
      [now.body.patientLink, 'patient'],
      [now.body.clinicianLink, 'clinician'],
    ] as const) {
      const opened = await someone().ask('links.exchange', { secret: secretOf(link) });
      expect(opened).toMatchObject({ status: 200, body: { role } });
    }
  });

  it('is refused with a revoked key, with half a key and with none', async () => {
    const admin = await server.hire(practiceId, ['admin']);
    const { body: made } = await admin.ask('api-keys.create', { name: 'Lost laptop' });
    const system = new Person(server.url, { key: made.key });
    expect(await system.ask('consultations.create', {})).toMatchObject({ status: 200 });
    await admin.ask('api-keys.revoke', { id: made.id });
    const before = await contentOf(server.db);
    for (const key of [made.key, made.key.slice(0, -1), '']) {
      const answer = await new Person(server.url, { key }).ask('consultations.create', {});
      expect(answer).toMatchObject({ status: 401, code: 'not_signed_in' });
    }
    expect(await contentOf(server.db)).toEqual(before);
    const { body } = await admin.ask('api-keys.list', {});
    expect(body.apiKeys).toContainEqual({
      id: made.id,
      name: 'Lost laptop',
      createdAt: server.clock.now,
      revokedAt: server.clock.now,
    });
  });

  it('has a key that is kept as a hash only, and whose making and revoking are in the trail', async () => {
    const practice = await server.makePractice('Elm Road');
    const admin = await server.hire(practice, ['admin']);
    const { body: made } = await admin.ask('api-keys.create', { name: 'Appointment book' });
    expect(JSON.stringify(await contentOf(server.db))).not.toContain(made.key);
    await admin.ask('api-keys.revoke', { id: made.id });
    await admin.ask('api-keys.revoke', { id: made.id });
    const lines = await server.db.select().from(trail).where(eq(trail.practiceId, practice)).orderBy(trail.number);
    expect(lines.slice(-2)).toMatchObject([
      { action: 'api_key_made', reason: 'Appointment book', actorKind: 'staff', actorId: admin.id },
      { action: 'api_key_revoked', reason: 'Appointment book', actorKind: 'staff', actorId: admin.id },
    ]);
  });
});

describe('a clinician who starts a consultation', () => {
  it('is the one whom the patient will see', async () => {
    const clinician = await server.hire(practiceId, ['clinician']);
    const { body } = await clinician.ask('consultations.create', {});
    const [row] = await server.db.select().from(consultations).where(eq(consultations.id, body.id));
    expect(row).toMatchObject({ clinicianId: clinician.id, clinicianName: clinician.name });
  });

  it('while a receptionist starts one for somebody', async () => {
    const receptionist = await server.hire(practiceId, ['receptionist']);
    const { body } = await receptionist.ask('consultations.create', { clinicianName: 'Dr Jo Okafor' });
    const [row] = await server.db.select().from(consultations).where(eq(consultations.id, body.id));
    expect(row).toMatchObject({ clinicianId: null, clinicianName: 'Dr Jo Okafor' });
  });
});

describe('[WATCH-4] another practice', () => {
  it('has rooms, links, accounts and keys that look as if they did not exist', async () => {
    const outsider = await server.hire(await server.makePractice('Elm Road'), ['clinician', 'receptionist', 'admin']);
    const outsidersKey = await server.identity.apiKeys.create(outsider.practiceId, 'Elm system', { kind: 'system' });
    const outsidersSystem = new Person(server.url, { key: outsidersKey.key });
    const good = goodRequests(server, practiceId);
    const end = await good['consultations.end']();
    for (const [name, data] of [
      ['consultations.enter', await good['consultations.enter']()],
      ['consultations.end', end],
      ['links.create', await good['links.create']()],
      ['links.list', await good['links.list']()],
      ['links.revoke', await good['links.revoke']()],
      ['staff.disable', await good['staff.disable']()],
      ['api-keys.revoke', await good['api-keys.revoke']()],
    ] as const) {
      const before = await contentOf(server.db);
      expect(await outsider.sendAny(name, data)).toMatchObject({ status: 404, code: 'not_found' });
      expect(await contentOf(server.db)).toEqual(before);
    }
    expect(await outsidersSystem.ask('consultations.end', end)).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('has lists and a trail of its own', async () => {
    const outsider = await server.hire(await server.makePractice('Elm Road'), ['admin']);
    const insider = await server.hire(practiceId, ['admin']);
    const { id: consultationId } = await newConsultation();
    await insider.ask('api-keys.create', { name: 'Appointment book' });

    const { body: list } = await outsider.ask('staff.list', {});
    expect(list.staff.map(({ id }) => id)).toEqual([outsider.id]);
    expect((await outsider.ask('api-keys.list', {})).body.apiKeys).toEqual([]);
    const { body: own } = await outsider.ask('trail.read', {});
    expect(own.entries.map(({ action }) => action)).toEqual(['signed_in', 'account_made', 'staff_link_made']);
    expect((await outsider.ask('trail.read', { consultationId })).body.entries).toEqual([]);
    expect((await insider.ask('trail.read', { consultationId })).body.entries.length).toBeGreaterThan(0);
  });

  it('gets no accounts by the links of this one', async () => {
    const { body: link } = await (
      await server.hire(practiceId, ['admin'])
    ).ask('staff-links.create', { roles: ['admin'] });
    const account = { name: 'Jo Okafor', email: `${newSecret()}@willowbrook.example`, password: goodPassword };
    await someone().ask('staff-links.make-account', { secret: secretOf(link.url), ...account });
    const [row] = await server.db.select().from(staff).where(eq(staff.email, account.email.toLowerCase()));
    expect(row).toMatchObject({ practiceId, roles: ['admin'] });
  });
});

describe('[TRAIL-1] the trail', () => {
  it('is read newest first, 100 lines at a time, with the names of who did it', async () => {
    const practice = await server.makePractice('Elm Road');
    const admin = await server.hire(practice, ['admin']);
    for (let i = 0; i < 60; i++) {
      const actor = { kind: 'staff', id: admin.id } as const;
      await server.identity.apiKeys.create(practice, `System ${i}`, actor);
      await server.identity.apiKeys.create(practice, `Other ${i}`, { kind: 'system' });
    }
    const { body: first } = await admin.ask('trail.read', {});
    expect(first.entries.length).toBe(100);
    expect(first.entries.slice(0, 2)).toMatchObject([
      { action: 'api_key_made', reason: 'Other 59', actor: { kind: 'system', name: null }, at: server.clock.now },
      { action: 'api_key_made', reason: 'System 59', actor: { kind: 'staff', name: admin.name } },
    ]);
    const { body: second } = await admin.ask('trail.read', { before: first.entries.at(-1)!.number });
    const numbers = [...first.entries, ...second.entries].map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
    expect(numbers.length).toBe(123);
  });
});
