import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { trail } from '../db/schema.ts';
import { goodSocketRequests } from '../testing/good-socket-requests.ts';
import { dtlsParameters } from '../testing/media.ts';
import { endMeeting, meet, type Meeting } from '../testing/meeting.ts';
import { Person } from '../testing/person.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf, resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(async () => {
  await endMeeting(server, meeting.id);
  await vi.waitUntil(() => server.app.echoes.size === 0);
});

const open = (visitor: Visitor) => visitor.request('check:open', { way: 'udp' });

describe('[CHECK-1] [ADMIT-3] somebody who waits', () => {
  it('can check the connection, and the consultation has no media by that', async () => {
    meeting = await meet(server);
    const { transport } = await open(meeting.patient);
    await meeting.patient.request('check:connect', { dtlsParameters });
    expect(transport.iceCandidates).not.toEqual([]);
    expect(server.app.rooms.find(meeting.id)).toBeUndefined();
    expect(await outcomeOf(meeting.patient.request('media:open', {}))).toBe('not_admitted');
    const connect = { transportId: transport.id, dtlsParameters };
    expect(await outcomeOf(meeting.patient.request('transport:connect', connect))).toBe('wrong_state');
    await meeting.patient.request('check:close', {});
    expect(server.app.echoes.size).toBe(0);
  });

  it('can check before any details are given', async () => {
    meeting = await meet(server, 'arrived');
    expect(await outcomeOf(open(meeting.patient))).toBe('accepted');
  });
});

describe('[CHECK-3] a check of the connection', () => {
  it('is over when its person is let in', async () => {
    meeting = await meet(server);
    await open(meeting.patient);
    await meeting.clinician.request('visit:admit', { visitId: meeting.patientId, confirmedName: 'Ann Example' });
    expect(server.app.echoes.size).toBe(0);
    expect(await outcomeOf(meeting.patient.request('check:connect', { dtlsParameters }))).toBe('wrong_state');
  });

  it('is over when its connection is', async () => {
    meeting = await meet(server);
    await Promise.all([open(meeting.patient), open(meeting.clinician)]);
    expect(server.app.echoes.size).toBe(2);
    meeting.patient.leave();
    await expect.poll(() => server.app.echoes.size).toBe(1);
  });

  it('is not the next connection’s', async () => {
    meeting = await meet(server);
    const { resumeSecret } = await meeting.patient.welcome();
    await open(meeting.patient);
    const { token } = await resume(server.app.origin, resumeSecret!);
    const newer = await Visitor.connect(server.app.origin, token);
    expect(await meeting.patient.farewell()).toBe('taken_over');
    await expect.poll(() => server.app.echoes.size).toBe(0);
    expect(await outcomeOf(newer.request('check:connect', { dtlsParameters }))).toBe('wrong_state');
  });

  it('cannot be opened as often as anybody likes', async () => {
    meeting = await meet(server);
    const outcomes: string[] = [];
    for (let tries = 0; tries < 40; tries += 1) outcomes.push(await outcomeOf(open(meeting.patient)));
    expect(outcomes[0]).toBe('accepted');
    expect(outcomes.at(-1)).toBe('too_many_requests');
    expect(server.app.echoes.size).toBe(1);
  });
});

const connection = {
  udp: true,
  tcp: true,
  turn: 'not_configured',
  loss: 1,
  roundTripTime: 30,
  bandwidth: 9e5,
} as const;

describe('[CHECK-6] what a page tells of its person', () => {
  it('is shown to clinicians and staff, one thing added to the other, and to nobody else', async () => {
    meeting = await meet(server);
    const { patient, clinician, patientSecret } = meeting;
    const watcher = await watch(server, await hire(server, ['receptionist']));
    await patient.request('visit:report', { step: 'check' });
    await patient.request('visit:report', { devices: { camera: 'refused', microphone: 'ok' } });
    await patient.request('visit:report', { step: 'waiting', connection });
    const report = { step: 'waiting', devices: { camera: 'refused', microphone: 'ok' }, connection };
    const { people } = await clinician.sees(({ people: [first] }) => first?.report?.connection !== undefined);
    expect(people[0]!.report).toEqual(report);
    const { rooms } = await watcher.watches((view) =>
      view.rooms.some((room) => room.people.some((person) => person.report?.connection !== undefined)),
    );
    const watched = rooms.find(({ consultationId }) => consultationId === meeting.id)!;
    expect(watched.people.find(({ role }) => role === 'patient')!.report).toEqual(report);

    await clinician.request('visit:admit', { visitId: meeting.patientId, confirmedName: 'Ann Example' });
    const guest = await Visitor.byLink(server.app.origin, patientSecret, 'guest');
    await guest.request('visit:check-in', { name: 'Bob Example', agreed: true });
    const { visitId } = (await guest.welcome()).view.me;
    await clinician.request('visit:admit', { visitId, confirmedName: 'Bob Example' });
    const seen = await guest.sees((view) => view.people.length === 2);
    expect(seen.people.map((person) => person.report)).toEqual([null, null]);
    watcher.leave();
  });

  it('is refused when it is anything else', async () => {
    meeting = await meet(server);
    const tell = (report: unknown) => meeting.patient.raw('visit:report', report);
    const refused = { ok: false, error: { code: 'bad_request' } };
    expect(await tell({ step: 'anywhere' })).toMatchObject(refused);
    expect(await tell({ note: 'Ann has a cough' })).toMatchObject(refused);
    expect(await tell({ connection: { ...connection, loss: -1 } })).toMatchObject(refused);
    expect(await tell({ connection: { ...connection, bandwidth: 1e12 } })).toMatchObject(refused);
  });
});

describe('[CHECK-7] somebody who would rather be rung', () => {
  const phone = '01632 960 001';

  it('is shown so to clinicians and staff, with the number, until they take it back', async () => {
    meeting = await meet(server);
    const { patient, clinician, patientId } = meeting;
    const watcher = await watch(server, await hire(server, ['receptionist']));
    const seen = (fits: (wanted: string | undefined) => boolean) =>
      Promise.all([
        patient.sees(({ me }) => fits(me.ringMe?.phone)),
        clinician.sees(({ people: [first] }) => first !== undefined && fits(first.ringMe?.phone)),
        watcher.watches(({ rooms }) =>
          rooms.some(({ people }) =>
            people.some(({ visitId, ringMe }) => visitId === patientId && fits(ringMe?.phone)),
          ),
        ),
      ]);
    await patient.request('visit:ring-me', { phone });
    await seen((number) => number === phone);
    await patient.request('visit:ring-me', { phone: '01632 960 002' });
    await seen((number) => number === '01632 960 002');
    await patient.request('visit:ring-me', { phone: null });
    await seen((number) => number === undefined);
    watcher.leave();
  });

  it('leaves that in the trail, and the number out of it', async () => {
    meeting = await meet(server);
    const { patient } = meeting;
    await patient.request('visit:ring-me', { phone });
    await patient.request('visit:ring-me', { phone: null });
    const lines = await server.database.db.select().from(trail).where(eq(trail.consultationId, meeting.id));
    expect(lines.map(({ action }) => action).slice(-2)).toEqual(['call_back_wanted', 'call_back_withdrawn']);
    expect(lines.at(-1)).toMatchObject({ visitId: meeting.patientId, actorKind: 'visit', actorId: meeting.patientId });
    expect(JSON.stringify(lines)).not.toContain(phone);
  });

  it('keeps the place in the queue, and can still be let in', async () => {
    meeting = await meet(server);
    const { patient, clinician, patientId } = meeting;
    await patient.request('visit:ring-me', { phone });
    await clinician.request('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' });
    expect(await outcomeOf(patient.request('media:open', {}))).toBe('accepted');
    expect(await outcomeOf(patient.request('visit:ring-me', { phone }))).toBe('wrong_state');
  });
});

describe('[CHECK-8] somebody without a link', () => {
  const enter = async () => (await new Person(server.app.origin).ask('check.enter', {})).body;

  it('can check the connection by a token of that kind, which opens one socket', async () => {
    meeting = await meet(server);
    const { token } = await enter();
    const stranger = await Visitor.connect(server.app.origin, token);
    const { transport } = await open(stranger);
    expect(transport.iceCandidates).not.toEqual([]);
    await stranger.request('check:connect', { dtlsParameters });
    expect(await outcomeOf(Visitor.connect(server.app.origin, token))).toBe('token_used');
    stranger.leave();
    await expect.poll(() => server.app.echoes.size).toBe(0);
  });

  it('[REQ-1] can ask for nothing else', async () => {
    meeting = await meet(server);
    const stranger = await Visitor.connect(server.app.origin, (await enter()).token);
    const good = goodSocketRequests({ consultationId: meeting.id, waitingId: meeting.patientId });
    for (const [name, data] of Object.entries(good)) {
      if (name.startsWith('check:')) continue;
      expect({ name, answer: await stranger.raw(name, data()) }).toEqual({
        name,
        answer: { ok: false, error: { code: 'forbidden' } },
      });
    }
    stranger.leave();
  });

  it('is told nothing of anybody, and let go after a minute', async () => {
    meeting = await meet(server);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const stranger = await Visitor.connect(server.app.origin, (await enter()).token);
      const gone = new Promise((closed) => stranger.socket.once('disconnect', closed));
      expect(await outcomeOf(open(stranger))).toBe('accepted');
      vi.advanceTimersByTime(60_000);
      await gone;
      expect(stranger.heard).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});
