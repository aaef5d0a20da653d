import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitations, trail } from '../db/schema.ts';
import { contentOf } from '../testing/databases.ts';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person } from '../testing/person.ts';

const system = { kind: 'system' } as const;
const hour = 3_600_000;
const bySms = { channel: 'sms', to: '07700 900123', language: 'en' } as const;

let server: HttpServer;
let practiceId: string;
let receptionist: Person;

beforeAll(async () => {
  server = await startHttpServer();
  practiceId = await server.makePractice('Willowbrook Surgery');
  receptionist = await server.hire(practiceId, ['receptionist']);
});
afterAll(() => server.close());

const consultation = async (expectedAt?: number, practice = practiceId) => {
  const wanted = { practiceId: practice, clinicianId: null, clinicianName: null, actor: system };
  return (await server.consultations.create({ ...wanted, ...(expectedAt !== undefined && { expectedAt }) })).id;
};
const linkIn = (text = '') => /#([\w-]{22})/.exec(text)![1]!;
const trailOf = (consultationId: string) =>
  server.db.select().from(trail).where(eq(trail.consultationId, consultationId)).orderBy(trail.number);

describe('[INVITE-1] inviting a patient', () => {
  it('is for staff and for practice systems, with the number in international form', async () => {
    const { key } = await server.identity.apiKeys.create(practiceId, 'Appointment book', system);
    for (const person of [receptionist, new Person(server.url, { key })]) {
      const id = await consultation();
      const { status, body } = await person.ask('invitations.send', { id, ...bySms });
      expect({ status, ...body }).toMatchObject({ status: 200, kind: 'invitation', channel: 'sms', state: 'queued' });
      const [row] = await server.db.select().from(invitations).where(eq(invitations.id, body.id));
      expect(row).toMatchObject({ consultationId: id, practiceId, recipient: '+447700900123', language: 'en' });
    }
  });

  it.each([
    ['to', { ...bySms, to: '020 7946 0018' }],
    ['to', { ...bySms, to: 'ann@example.org' }],
    ['to', { ...bySms, channel: 'email' }],
    ['to', { channel: 'email', to: 'ann@example.org, eve@example.org', language: 'en' }],
    ['to', { channel: 'email', to: 'ann@example.org\r\nBcc: eve@example.org', language: 'en' }],
    ['language', { ...bySms, language: 'de' }],
    ['channel', { ...bySms, channel: 'letter' }],
  ])('refuses a wrong %s', async (field, wrong) => {
    const id = await consultation();
    const before = await contentOf(server.db);
    const answer = await receptionist.sendAny('invitations.send', { id, ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request', fields: [field] } });
    expect(await contentOf(server.db)).toEqual(before);
  });

  it('is refused once the consultation is over', async () => {
    const id = await consultation();
    await server.consultations.end(practiceId, id, system);
    expect(await receptionist.ask('invitations.send', { id, ...bySms })).toMatchObject({ code: 'consultation_ended' });
  });
});

describe('[INVITE-11] where nothing is set up to send', () => {
  it('staff get the text with the link, to pass it on themselves, and the file for an appointment', async () => {
    const id = await consultation(server.clock.now + 5 * hour);
    const { body: sent } = await receptionist.ask('invitations.send', { id, ...bySms });
    expect(sent.shown!.text).toMatch(/^Willowbrook Surgery: video appointment /);
    expect(sent.shown!.calendar).toContain('BEGIN:VEVENT');
    await server.courier.work();
    const { body: list } = await receptionist.ask('invitations.list', { id });
    expect(list.channels).toEqual(['sms', 'email']);
    expect(list.invitations).toMatchObject([
      { id: sent.id, state: 'sent', shown: sent.shown },
      { kind: 'reminder', state: 'queued', dueAt: server.clock.now + 4 * hour, shown: null },
    ]);
    const secret = linkIn(sent.shown!.text);
    const opened = await new Person(server.url).ask('links.exchange', { secret });
    expect(opened).toMatchObject({ code: 'link_not_yet_valid' });
  });

  it('the text is shown no more once its link is cancelled', async () => {
    const id = await consultation();
    await receptionist.ask('invitations.send', { id, ...bySms });
    const { body } = await receptionist.ask('links.list', { id });
    for (const link of body.links) await receptionist.ask('links.revoke', { id: link.id });
    expect((await receptionist.ask('invitations.list', { id })).body.invitations).toMatchObject([{ shown: null }]);
  });
});

describe('[INVITE-8] what was sent', () => {
  it('is listed with its state, and with as much of whom it went to as tells them apart', async () => {
    const id = await consultation();
    await receptionist.ask('invitations.send', { id, ...bySms });
    await receptionist.ask('invitations.send', { id, channel: 'email', to: 'Ann@Example.org', language: 'ar' });
    const { body, text } = await receptionist.ask('invitations.list', { id });
    expect(body.invitations).toMatchObject([
      { channel: 'sms', recipient: '…123', language: 'en', state: 'queued', problem: null },
      { channel: 'email', recipient: 'a…@example.org', language: 'ar', state: 'queued', problem: null },
    ]);
    expect(text).not.toContain('7700');
    expect(text).not.toContain('ann@');
  });
});

describe('[INVITE-1] the number to send to', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['020 7946 0018', null],
  ])('is offered when the practice gave one that can get an SMS: %s', async (patientPhone, phone) => {
    const { body: made } = await receptionist.ask('consultations.create', { clinicianName: 'Dr Patel', patientPhone });
    expect((await receptionist.ask('invitations.list', { id: made.id })).body).toMatchObject({ phone });
  });
});

describe('[INVITE-12] invitations', () => {
  it('of another practice look as if they did not exist', async () => {
    const outsider = await server.hire(await server.makePractice('Elm Road'), ['clinician', 'receptionist', 'admin']);
    const id = await consultation();
    await receptionist.ask('invitations.send', { id, ...bySms });
    const before = await contentOf(server.db);
    for (const asked of [id, randomUUID()]) {
      expect(await outsider.ask('invitations.send', { id: asked, ...bySms })).toMatchObject({ code: 'not_found' });
      expect(await outsider.ask('invitations.list', { id: asked })).toMatchObject({ code: 'not_found' });
    }
    expect(await contentOf(server.db)).toEqual(before);
  });

  it('are ten for one consultation at most', async () => {
    const id = await consultation();
    for (let i = 0; i < 10; i++) {
      const sent = await receptionist.ask('invitations.send', { id, ...bySms, to: `07700 90000${i}` });
      expect(sent.status).toBe(200);
    }
    const before = await contentOf(server.db);
    const refused = await receptionist.ask('invitations.send', { id, ...bySms, to: '07700 900099' });
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(await contentOf(server.db)).toEqual(before);
  });

  it('are 300 an hour for a practice at most, and another practice does not notice', async () => {
    const elm = await server.makePractice('Elm Road');
    const colleague = await server.hire(elm, ['receptionist']);
    for (let i = 0; i < 30; i++) {
      const id = await consultation(undefined, elm);
      for (let j = 0; j < 10; j++) {
        const answer = await colleague.ask('invitations.send', { id, ...bySms, to: `07700 90000${j}` });
        expect(answer.status).toBe(200);
      }
    }
    const refused = await colleague.ask('invitations.send', { id: await consultation(undefined, elm), ...bySms });
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(await receptionist.ask('invitations.send', { id: await consultation(), ...bySms })).toMatchObject({
      status: 200,
    });
  }, 240_000);
});

describe('[INVITE-13] an invitation', () => {
  it('leaves a line in the trail with who sent it, and nothing of whom it went to', async () => {
    const id = await consultation();
    const nurse = await server.hire(practiceId, ['clinician']);
    const { body } = await nurse.ask('invitations.send', { id, ...bySms });
    const lines = await trailOf(id);
    const [row] = await server.db.select().from(invitations).where(eq(invitations.id, body.id));
    expect(lines.slice(-2)).toMatchObject([
      { action: 'link_made', actorKind: 'staff', actorId: nurse.id, reason: 'patient', linkId: row!.linkId },
      { action: 'invited', actorKind: 'staff', actorId: nurse.id, reason: 'sms', linkId: row!.linkId },
    ]);
    const written = [JSON.stringify(lines), ...server.logged].join();
    for (const text of ['900123', linkIn(body.shown!.text), 'your video consultation']) {
      expect(written).not.toContain(text);
    }
  });
});
