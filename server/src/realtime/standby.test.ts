import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { carriedBy } from '../testing/carried.ts';
import { joinCall, standBy } from '../testing/media.ts';
import { endMeeting, meet, type Meeting } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf, Visitor } from '../testing/visitor.ts';

let server: TestServer;
const begun: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const id of begun.splice(0)) await endMeeting(server, id);
});
afterAll(() => server.close());

async function waiting(): Promise<Meeting> {
  const meeting = await meet(server);
  begun.push(meeting.id);
  return meeting;
}

/** The same, with everything set up by both. */
async function standingBy() {
  const meeting = await waiting();
  const patientMedia = await standBy(meeting.patient);
  const clinicianMedia = await standBy(meeting.clinician);
  await isReady(meeting.patient);
  await isReady(meeting.clinician);
  return { ...meeting, patientMedia, clinicianMedia };
}

/** Sound and picture are offered, and the server has been told that they are awaited. */
async function isReady(visitor: Visitor): Promise<void> {
  await expect.poll(() => heardOf(visitor, 'consumer:offered').length).toBeGreaterThanOrEqual(2);
  // Answered after whatever was asked before.
  await visitor.request('connection:probe', {});
}

/** Somebody else waits for the same clinician, with everything set up. */
async function anotherStandsBy({ patientSecret }: Meeting) {
  const other = await Visitor.byLink(server.app.origin, patientSecret, 'guest');
  await other.request('visit:check-in', { name: 'Bob Example', agreed: true });
  const { visitId } = (await other.welcome()).view.me;
  await standBy(other);
  await isReady(other);
  return { other, visitId };
}

/** Lets the patient in; what stood by of both has begun by then. */
async function admit(meeting: Meeting): Promise<void> {
  const { clinician, patientId, clinicianId } = meeting;
  await clinician.request('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' });
  const stand = () => [patientId, clinicianId].filter((visitId) => roomOf(meeting).standsBy(visitId));
  await expect.poll(stand).toEqual([]);
}
const roomOf = ({ id }: Meeting) => server.app.rooms.find(id)!;

/** What of a person's media flows, by the worker itself. */
async function flowing(meeting: Meeting, visitId: string) {
  const { producers, consumers } = roomOf(meeting).peer(visitId);
  const open = async (all: Iterable<{ dump(): Promise<{ paused: boolean }> }>) =>
    (await Promise.all([...all].map((one) => one.dump()))).filter(({ paused }) => !paused).length;
  return { sent: await open(producers.values()), received: await open(consumers.values()) };
}

const heardOf = ({ heard }: Visitor, name: string) => heard.filter((one) => one.name === name);

describe('[STANDBY-1] media may be prepared', () => {
  it('while somebody waits and a clinician is there, as both views say', async () => {
    const { patient, clinician } = await waiting();
    await clinician.sees(({ mayPrepare }) => mayPrepare);
    await patient.sees(({ mayPrepare }) => mayPrepare);
    clinician.leave();
    await patient.sees(({ mayPrepare }) => !mayPrepare);
    expect(await outcomeOf(patient.request('media:prepare', {}))).toBe('wrong_state');
  });

  it('not before any details are given, nor by whoever is alone', async () => {
    const meeting = await meet(server, 'arrived');
    begun.push(meeting.id);
    expect((await meeting.patient.welcome()).view.mayPrepare).toBe(false);
    expect((await meeting.clinician.welcome()).view.mayPrepare).toBe(false);
    expect(await outcomeOf(meeting.patient.request('media:prepare', {}))).toBe('not_admitted');
  });

  it('and flows from admission on, without another word', async () => {
    const meeting = await standingBy();
    await admit(meeting);
    for (const visitId of [meeting.patientId, meeting.clinicianId]) {
      await expect.poll(() => flowing(meeting, visitId)).toEqual({ sent: 2, received: 2 });
    }
    expect(await carriedBy(server.app.workers)).toEqual({ routers: 1, transports: 4, rooms: 1, consumers: 4 });
  });

  it('and the call is noted as begun once both pages say so', async () => {
    const meeting = await standingBy();
    const { patient, clinician, patientId } = meeting;
    await admit(meeting);
    await Promise.all([patient.request('media:begin', {}), clinician.request('media:begin', {})]);
    const { people } = await clinician.sees(({ callStartedAt }) => callStartedAt !== null);
    expect(people).toMatchObject([{ visitId: patientId, phase: 'in_call', microphone: true, camera: true }]);
  });
});

describe('[STANDBY-2] [ADMIT-3] on standby', () => {
  it('everything is held back at the server, also when the client says that it is ready', async () => {
    const meeting = await standingBy();
    for (const visitId of [meeting.patientId, meeting.clinicianId]) {
      const { producers, consumers } = roomOf(meeting).peer(visitId);
      expect([producers.size, consumers.size]).toEqual([2, 2]);
      expect(await flowing(meeting, visitId)).toEqual({ sent: 0, received: 0 });
    }
    expect([...roomOf(meeting).peers.keys()]).toEqual([]);
    for (const source of ['microphone', 'camera'] as const) {
      expect(await outcomeOf(meeting.patient.request('producer:resume', { source }))).toBe('not_admitted');
    }
    expect(await outcomeOf(meeting.patient.request('media:begin', {}))).toBe('not_admitted');
    expect(await flowing(meeting, meeting.patientId)).toEqual({ sent: 0, received: 0 });
  });

  it('nothing of a call that is under way reaches whoever waits, nor is any of it theirs', async () => {
    const meeting = await standingBy();
    await admit(meeting);
    const { other, visitId } = await anotherStandsBy(meeting);
    const offers = heardOf(other, 'consumer:offered').map(({ data }) => data);
    expect(offers).toMatchObject([
      { visitId: meeting.clinicianId, paused: true },
      { visitId: meeting.clinicianId, paused: true },
    ]);
    expect(await flowing(meeting, visitId)).toEqual({ sent: 0, received: 0 });
    await expect.poll(() => flowing(meeting, meeting.patientId)).toEqual({ sent: 2, received: 2 });
  });

  it('all of it is gone with whoever leaves, and with whoever is removed', async () => {
    const meeting = await standingBy();
    await meeting.clinician.request('visit:remove', { visitId: meeting.patientId });
    const one = { routers: 1, transports: 2, rooms: 1, consumers: 0 };
    await expect.poll(() => carriedBy(server.app.workers)).toEqual(one);
    meeting.clinician.raw('visit:leave', {}).catch(() => undefined);
    await meeting.clinician.farewell();
    expect(await carriedBy(server.app.workers)).toMatchObject({ routers: 0, transports: 0 });
  });
});

describe('[STANDBY-3] whoever stands by', () => {
  it('is not told when the clinician mutes, and is shown it once in', async () => {
    const meeting = await standingBy();
    await admit(meeting);
    const { other, visitId } = await anotherStandsBy(meeting);
    await meeting.clinician.request('producer:pause', { source: 'microphone' });
    await meeting.clinician.request('visit:admit', { visitId, confirmedName: 'Bob Example' });
    const offers = heardOf(other, 'consumer:offered').map(({ data }) => data as { source: string; consumerId: string });
    const camera = offers.find(({ source }) => source === 'camera')!.consumerId;
    await expect
      .poll(() => heardOf(other, 'consumer:resumed').map(({ data }) => data))
      .toEqual([{ consumerId: camera }]);
    expect(heardOf(other, 'consumer:paused')).toEqual([]);
  });

  it('has everybody in the call once in, and they have them', async () => {
    const meeting = await standingBy();
    const { visitId } = await anotherStandsBy(meeting);
    await admit(meeting);
    expect(roomOf(meeting).peer(meeting.patientId).consumers.size).toBe(2);
    await meeting.clinician.request('visit:admit', { visitId, confirmedName: 'Bob Example' });
    await expect.poll(() => roomOf(meeting).peer(meeting.patientId).consumers.size).toBe(4);
    await expect.poll(() => roomOf(meeting).peer(visitId).consumers.size).toBe(4);
  });
});

describe('[STANDBY-4] what was muted', () => {
  it('when it was set up stays so in the call', async () => {
    const meeting = await waiting();
    await standBy(meeting.patient, { muted: true });
    await standBy(meeting.clinician);
    await isReady(meeting.patient);
    await admit(meeting);
    await expect.poll(() => flowing(meeting, meeting.patientId)).toEqual({ sent: 0, received: 2 });
    await meeting.patient.request('producer:resume', { source: 'microphone' });
    await expect.poll(() => flowing(meeting, meeting.patientId)).toEqual({ sent: 1, received: 2 });
  });

  it('by a clinician while standing by stays so, and what is unmuted then flows with the rest', async () => {
    const meeting = await standingBy();
    await meeting.clinician.request('producer:pause', { source: 'microphone' });
    await meeting.clinician.request('producer:pause', { source: 'camera' });
    await meeting.clinician.request('producer:resume', { source: 'camera' });
    expect(await flowing(meeting, meeting.clinicianId)).toEqual({ sent: 0, received: 0 });
    await admit(meeting);
    await expect.poll(() => flowing(meeting, meeting.clinicianId)).toEqual({ sent: 1, received: 2 });
  });
});

describe('[STANDBY-5] without it', () => {
  it('either side opens the call as before', async () => {
    const meeting = await waiting();
    await standBy(meeting.clinician);
    await admit(meeting);
    await joinCall(meeting.patient);
    await expect.poll(() => roomOf(meeting).peer(meeting.clinicianId).consumers.size).toBe(2);
    expect(roomOf(meeting).peer(meeting.patientId).consumers.size).toBe(2);
  });

  it('what stood by gives way to a call that is opened anew', async () => {
    const meeting = await standingBy();
    await admit(meeting);
    await joinCall(meeting.patient);
    expect(await carriedBy(server.app.workers)).toEqual({ routers: 1, transports: 4, rooms: 1, consumers: 4 });
  });
});
