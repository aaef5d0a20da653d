import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { exchange, Refused, resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
let origin: string;

beforeAll(async () => {
  server = await startTestServer();
  origin = server.app.origin;
}, 60_000);
afterAll(() => server.close());

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.reply.code : error),
  );

const consultation = () =>
  server.app.consultations.create({
    practiceId: server.practiceId,
    clinicianId: null,
    clinicianName: 'Dr Asha Patel',
    actor: { kind: 'system' },
  });

/** A clinician and a patient who waits. */
async function waiting() {
  const links = await consultation();
  const clinician = await Visitor.byLink(origin, links.clinicianSecret);
  const patient = await Visitor.byLink(origin, links.patientSecret);
  const { view } = await patient.welcome();
  await patient.request('visit:check-in', { name: 'Ann Example', agreed: true });
  const { visitId } = view.me;
  return { links, clinician, patient, visitId };
}

/** The same, with the patient let in. */
async function admitted() {
  const parts = await waiting();
  await parts.clinician.request('visit:admit', { visitId: parts.visitId, confirmedName: 'Ann Example' });
  return parts;
}

describe('waiting and admission', () => {
  it('[WAIT-1] [WAIT-3] shows the clinician who came and since when, before and after the details', async () => {
    const links = await consultation();
    const clinician = await Visitor.byLink(origin, links.clinicianSecret);
    const patient = await Visitor.byLink(origin, links.patientSecret);
    const arrived = await clinician.sees(({ people }) => people.length === 1);
    expect(arrived.people[0]).toMatchObject({ phase: 'arrived', name: null, role: 'patient' });
    await patient.request('visit:check-in', { name: '  Ann Example ', agreed: true });
    const { people } = await clinician.sees((view) => view.people[0]?.phase === 'waiting');
    expect(people[0]).toMatchObject({ name: 'Ann Example', arrivedAt: arrived.people[0]!.arrivedAt });
  });

  it('[WAIT-4] shows a waiting patient nobody else', async () => {
    const { patient, links } = await waiting();
    await Visitor.byLink(origin, links.patientSecret, 'guest');
    const view = await patient.sees(({ me }) => me.phase === 'waiting');
    expect(view.people).toEqual([]);
  });

  it('[WAIT-2] does not let anybody wait without agreeing', async () => {
    const links = await consultation();
    const patient = await Visitor.byLink(origin, links.patientSecret);
    const answer = await patient.raw('visit:check-in', { name: 'Ann Example', agreed: false });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request', fields: ['agreed'] } });
  });

  it('[ADMIT-1] [ADMIT-3] lets only a clinician admit, and refuses media before', async () => {
    const { patient, visitId, clinician } = await waiting();
    expect(await code(patient.request('visit:admit', { visitId, confirmedName: 'Ann Example' }))).toBe('forbidden');
    expect(await code(patient.request('media:open', {}))).toBe('not_admitted');
    await clinician.request('visit:admit', { visitId, confirmedName: 'Ann Example' });
    expect(await code(patient.request('media:open', {}))).toBe('accepted');
  });

  it('[ADMIT-2] refuses a name that is not the one the person has', async () => {
    const { clinician, visitId } = await waiting();
    expect(await code(clinician.request('visit:admit', { visitId, confirmedName: 'Bob Example' }))).toBe(
      'name_changed',
    );
  });

  it('[CALL-6] does not let a clinician reach into another consultation', async () => {
    const here = await waiting();
    const there = await waiting();
    const foreign = { visitId: there.visitId, confirmedName: 'Ann Example' };
    expect(await code(here.clinician.request('visit:admit', foreign))).toBe('not_found');
    expect(await code(here.clinician.request('visit:remove', { visitId: there.visitId }))).toBe('not_found');
  });
});

describe('links and resume secrets', () => {
  it('[LINK-4] asks a second device, and moves the visit or makes a guest of it', async () => {
    const { links, patient, clinician } = await waiting();
    expect(await code(exchange(origin, links.patientSecret))).toBe('link_in_use');
    const guest = await Visitor.byLink(origin, links.patientSecret, 'guest');
    expect((await guest.welcome()).view.me.role).toBe('guest');
    const moved = await Visitor.byLink(origin, links.patientSecret, 'this_device');
    expect(await patient.farewell()).toBe('taken_over');
    expect((await moved.welcome()).view.me).toMatchObject({ phase: 'waiting', name: 'Ann Example' });
    const { people } = await clinician.sees((view) => view.people.length === 2);
    expect(people.map(({ role }) => role)).toEqual(['patient', 'guest']);
  });

  it('[LINK-6] lets the next device go on unasked while this one gives way, and tells this one', async () => {
    const { links, patient, clinician } = await waiting();
    await patient.request('visit:give-way', { givesWay: true });
    const moved = await Visitor.byLink(origin, links.patientSecret);
    expect(await patient.farewell()).toBe('taken_over');
    expect((await moved.welcome()).view.me).toMatchObject({ phase: 'waiting', name: 'Ann Example', droppedAt: null });
    const { people } = await clinician.sees(({ people: [person] }) => person !== undefined);
    expect(people).toMatchObject([{ role: 'patient', droppedAt: null }]);
    // It was this connection that gave way, not the one that came after it.
    expect(await code(exchange(origin, links.patientSecret))).toBe('link_in_use');
  });

  it('[LINK-6] asks again once a device gives way no longer, and when it came back', async () => {
    const { links, patient } = await waiting();
    await patient.request('visit:give-way', { givesWay: true });
    await patient.request('visit:give-way', { givesWay: false });
    expect(await code(exchange(origin, links.patientSecret))).toBe('link_in_use');
    await patient.request('visit:give-way', { givesWay: true });
    const { resumeSecret } = await patient.welcome();
    await Visitor.connect(origin, (await resume(origin, resumeSecret!)).token);
    expect(await code(exchange(origin, links.patientSecret))).toBe('link_in_use');
  });

  it('[LINK-6] keeps the call of who was let in meanwhile', async () => {
    const { links, patient, clinician, visitId } = await waiting();
    await patient.request('visit:give-way', { givesWay: true });
    await clinician.request('visit:admit', { visitId, confirmedName: 'Ann Example' });
    expect(await code(exchange(origin, links.patientSecret))).toBe('link_in_use');
  });

  it('[RESUME-1] [VISIT-2] [CALL-7] brings the same device back into the call', async () => {
    const { patient, clinician } = await admitted();
    const { resumeSecret } = await patient.welcome();
    await patient.sees(({ me }) => me.phase === 'admitted');
    patient.leave();
    await clinician.sees(({ people }) => people.some(({ droppedAt }) => droppedAt !== null));
    const back = await Visitor.connect(origin, (await resume(origin, resumeSecret!)).token);
    const welcome = await back.welcome();
    expect(welcome.view.me).toMatchObject({ phase: 'admitted', name: 'Ann Example', droppedAt: null });
    expect(welcome.resumeSecret).toBeUndefined();
  });

  it('[ADMIT-4] [RESUME-2] sends another device with the same link back to the waiting room', async () => {
    const { patient, links } = await admitted();
    const { resumeSecret } = await patient.welcome();
    const other = await Visitor.byLink(origin, links.patientSecret, 'this_device');
    expect((await other.welcome()).view.me.phase).toBe('waiting');
    expect(await code(other.request('media:open', {}))).toBe('not_admitted');
    expect(await code(resume(origin, resumeSecret!))).toBe('resume_invalid');
  });

  it('[RESUME-2] does not honour a token made from a resume secret that died meanwhile', async () => {
    const { patient, links } = await admitted();
    const { resumeSecret } = await patient.welcome();
    const { token } = await resume(origin, resumeSecret!);
    await Visitor.byLink(origin, links.patientSecret, 'this_device');
    expect(await code(Visitor.connect(origin, token))).toBe('resume_invalid');
  });

  it('[RESUME-3] gives a visit one connection, and tells the older one', async () => {
    const { patient } = await waiting();
    const { resumeSecret } = await patient.welcome();
    const newer = await Visitor.connect(origin, (await resume(origin, resumeSecret!)).token);
    expect(await patient.farewell()).toBe('taken_over');
    const view = await newer.welcome();
    expect(view.view.me.droppedAt).toBeNull();
  });

  it('[VISIT-3] [CALL-5] keeps a removed person out, by whatever they still hold', async () => {
    const { patient, clinician, visitId, links } = await admitted();
    const { resumeSecret } = await patient.welcome();
    const early = await resume(origin, resumeSecret!);
    await clinician.request('visit:remove', { visitId });
    expect(await patient.farewell()).toBe('visit_removed');
    expect(await code(resume(origin, resumeSecret!))).toBe('resume_invalid');
    expect(await code(Visitor.connect(origin, early.token))).toBe('resume_invalid');
    expect(await code(exchange(origin, links.patientSecret))).toBe('link_revoked');
    expect(await code(exchange(origin, links.patientSecret, 'guest'))).toBe('link_revoked');
    expect(await code(clinician.request('media:open', {}))).toBe('accepted');
  });

  it('[CALL-4] [VISIT-4] ends it for everybody, and every link and secret with it', async () => {
    const { patient, clinician, links } = await admitted();
    const { resumeSecret } = await patient.welcome();
    await clinician.request('consultation:end', {}).catch(() => {});
    expect(await patient.farewell()).toBe('consultation_ended');
    expect(await clinician.farewell()).toBe('consultation_ended');
    expect(await code(exchange(origin, links.patientSecret))).toBe('consultation_ended');
    expect(await code(exchange(origin, links.clinicianSecret))).toBe('consultation_ended');
    expect(await code(resume(origin, resumeSecret!))).toBe('resume_invalid');
  });
});

describe('room tokens', () => {
  it('[TOKEN-2] open one socket, once', async () => {
    const links = await consultation();
    const { token } = await exchange(origin, links.patientSecret);
    await Visitor.connect(origin, token);
    expect(await code(Visitor.connect(origin, token))).toBe('token_used');
  });

  it('[TOKEN-2] open one socket even when two try at the same moment', async () => {
    const links = await consultation();
    const { token } = await exchange(origin, links.patientSecret);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => code(Visitor.connect(origin, token))));
    expect(outcomes.toSorted()).toEqual(['accepted', 'token_used', 'token_used', 'token_used']);
  });
});
