import { setImmediate as tick } from 'node:timers/promises';
import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { carriedBy, nothing } from '../testing/carried.ts';
import { goodSocketRequests } from '../testing/good-socket-requests.ts';
import { joinCall } from '../testing/media.ts';
import { endMeeting, meetInCall } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { exchange, outcomeOf, resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
let origin: string;
const begun: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  origin = server.app.origin;
});
afterEach(async () => {
  for (const id of begun.splice(0)) await endMeeting(server, id);
});
afterAll(() => server.close());

async function inCall() {
  const call = await meetInCall(server);
  begun.push(call.id);
  return call;
}

/** The same, with the patient on hold. */
async function held() {
  const call = await inCall();
  await call.clinician.request('visit:hold', { visitId: call.patientId });
  return call;
}

const carried = () => carriedBy(server.app.workers);
const inCallTwo = { routers: 1, transports: 4, rooms: 1, consumers: 4 };
const oneAlone = { routers: 1, transports: 2, rooms: 1, consumers: 0 };
const closedFor = ({ heard }: Visitor) => heard.filter(({ name }) => name === 'consumer:closed').length;
const mediaRequests = [
  'media:open',
  'transport:connect',
  'transport:restart-ice',
  'producer:create',
  'producer:pause',
  'producer:resume',
  'producer:close',
  'consumers:start',
  'consumer:resume',
] as const;

describe('[DESK-3] somebody on hold', () => {
  it('has no media any more at the server, neither there nor back, and the other is told', async () => {
    const { clinician, patientId } = await inCall();
    expect(await carried()).toEqual(inCallTwo);
    await clinician.request('visit:hold', { visitId: patientId });
    await expect.poll(carried).toEqual(oneAlone);
    await expect.poll(() => closedFor(clinician)).toBe(2);
    const { people } = await clinician.sees((view) => view.people[0]?.phase === 'held');
    expect(people).toMatchObject([{ visitId: patientId, microphone: false, camera: false, joinedAt: null }]);
    expect(people[0]!.heldAt).toBeTypeOf('number');
  });

  it('sees nobody and nothing of the call, and stays connected', async () => {
    const { patient } = await held();
    const view = await patient.sees(({ me }) => me.phase === 'held');
    expect(view).toMatchObject({ people: [], callStartedAt: null });
    expect(patient.socket.connected).toBe(true);
    expect(await outcomeOf(patient.request('visit:report', {}))).toBe('accepted');
  });

  it('is refused everything about media', async () => {
    const call = await held();
    const { patient, patientMedia, patientId } = call;
    const { opened } = patientMedia;
    const good = goodSocketRequests({ consultationId: call.id, waitingId: patientId, opened });
    for (const name of mediaRequests) {
      expect([name, await outcomeOf(patient.request(name, good[name]()))]).toEqual([name, 'wrong_state']);
    }
    expect(await carried()).toEqual(oneAlone);
  });

  it('[MEDIA-3] has none either that was just being opened', async () => {
    for (let moment = 0; moment < 12; moment++) {
      const { patient, clinician, patientId, id } = await inCall();
      const opening = outcomeOf(patient.request('media:open', {}));
      for (let ticks = 0; ticks < moment; ticks++) await tick();
      await Promise.all([clinician.request('visit:hold', { visitId: patientId }), opening]);
      expect([moment, server.app.rooms.find(id)?.peers.has(patientId)]).toEqual([moment, false]);
      await endMeeting(server, id);
    }
    expect(await carried()).toEqual(nothing);
  });

  it('is brought back, and both are offered to each other anew', async () => {
    const { clinician, patient, clinicianId, patientId } = await held();
    await clinician.request('visit:bring-back', { visitId: patientId });
    await patient.sees(({ me }) => me.phase === 'admitted');
    const offersBefore = patient.heard.length;
    const { microphoneId } = await joinCall(patient);
    const offer = await clinician.hears('consumer:offered', ({ producerId }) => producerId === microphoneId);
    expect(offer.visitId).toBe(patientId);
    const offered = patient.heard.slice(offersBefore).filter(({ name }) => name === 'consumer:offered');
    expect(offered.map(({ data }) => (data as ConsumerOffer).visitId)).toEqual([clinicianId, clinicianId]);
    await clinician.sees(({ people }) => people[0]?.phase === 'in_call');
    expect(await carried()).toEqual(inCallTwo);
  });

  it('[RESUME-1] is held still after a reload', async () => {
    const { clinician, patient, patientId } = await held();
    const { resumeSecret } = await patient.welcome();
    patient.leave();
    await clinician.sees(({ people }) => typeof people[0]?.droppedAt === 'number');
    const again = await Visitor.connect(origin, (await resume(origin, resumeSecret!)).token);
    const { view, mediaKept } = await again.welcome();
    expect([view.me.phase, view.people, mediaKept]).toEqual(['held', [], false]);
    expect(await outcomeOf(again.request('media:open', {}))).toBe('wrong_state');
    await clinician.request('visit:bring-back', { visitId: patientId });
    await again.sees(({ me }) => me.phase === 'admitted');
    expect(await outcomeOf(again.request('media:open', {}))).toBe('accepted');
  });

  it('[ADMIT-4] waits on another device with the link', async () => {
    const { patientSecret, patient, clinician, patientId } = await held();
    expect(await outcomeOf(exchange(origin, patientSecret))).toBe('link_in_use');
    const other = await Visitor.byLink(origin, patientSecret, 'this_device');
    expect((await other.welcome()).view.me).toMatchObject({ phase: 'waiting', visitId: patientId });
    expect(await patient.farewell()).toBe('taken_over');
    expect(await outcomeOf(other.request('media:open', {}))).toBe('not_admitted');
    expect(await outcomeOf(clinician.request('visit:bring-back', { visitId: patientId }))).toBe('wrong_state');
  });

  it('of three leaves the other two in their call', async () => {
    const { clinician, patient, patientSecret, patientId } = await inCall();
    const guest = await Visitor.byLink(origin, patientSecret, 'guest');
    const { visitId } = (await guest.welcome()).view.me;
    await guest.request('visit:check-in', { name: 'Bob Example', agreed: true });
    await clinician.request('visit:admit', { visitId, confirmedName: 'Bob Example' });
    await joinCall(guest);
    await clinician.request('visit:hold', { visitId: patientId });
    await expect.poll(carried).toEqual(inCallTwo);
    const { people } = await guest.sees((view) => view.people.length === 1);
    expect(people.map(({ role }) => role)).toEqual(['clinician']);
    expect((await patient.sees(({ me }) => me.phase === 'held')).people).toEqual([]);
  });
});

describe('[DESK-4] somebody who is sent back to the waiting room', () => {
  it('has no media, sees nobody, and has the place of before', async () => {
    const { clinician, patient, patientId } = await inCall();
    const { me: before } = await patient.sees(({ me }) => me.phase === 'in_call');
    await clinician.request('visit:return-to-waiting', { visitId: patientId });
    await expect.poll(carried).toEqual(oneAlone);
    const { me, people } = await patient.sees((view) => view.me.phase === 'waiting' && view.me.waitingSince !== null);
    expect([me.placeSince, me.arrivedAt, people]).toEqual([before.placeSince, before.arrivedAt, []]);
    expect(await outcomeOf(patient.request('media:open', {}))).toBe('not_admitted');
  });

  it('is admitted again by name, and back in the call', async () => {
    const { clinician, patient, patientId } = await inCall();
    await clinician.request('visit:return-to-waiting', { visitId: patientId });
    const admit = (confirmedName: string) =>
      outcomeOf(clinician.request('visit:admit', { visitId: patientId, confirmedName }));
    expect(await admit('Bob Example')).toBe('name_changed');
    expect(await admit('Ann Example')).toBe('accepted');
    await joinCall(patient);
    await expect.poll(carried).toEqual(inCallTwo);
  });
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
