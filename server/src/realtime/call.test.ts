import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinCall, joinCallAgain, microphone } from '../testing/media.ts';
import { meetInCall } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Call = Awaited<ReturnType<typeof meetInCall>>;

/** What the media worker itself says of somebody's stream. */
async function streamOf({ id }: Call, visitId: string, source: 'microphone' | 'camera') {
  const producer = server.app.rooms.get(id).peer(visitId).producer(source);
  return producer.dump();
}

/** A carer, who comes by the patient's link and is let in. */
async function guestOf({ patientSecret, clinician }: Call) {
  const guest = await Visitor.byLink(server.app.origin, patientSecret, 'guest');
  const { me } = (await guest.welcome()).view;
  await guest.request('visit:check-in', { name: 'Bob Example', agreed: true });
  await clinician.request('visit:admit', { visitId: me.visitId, confirmedName: 'Bob Example' });
  return { guest, guestId: me.visitId, guestMedia: await joinCall(guest) };
}
const offersTo = ({ heard }: Visitor) =>
  heard.filter(({ name }) => name === 'consumer:offered').map(({ data }) => data as ConsumerOffer);

describe('[CALL-2] what somebody mutes or switches off', () => {
  it.each(['microphone', 'camera'] as const)('stops at the server, and the other is told: %s', async (source) => {
    const call = await meetInCall(server);
    const { patient, clinician, patientId } = call;
    const { consumerId } = await clinician.hears('consumer:offered', (offer) => offer.source === source);
    expect((await streamOf(call, patientId, source)).paused).toBe(false);
    await patient.request('producer:pause', { source });
    expect((await streamOf(call, patientId, source)).paused).toBe(true);
    expect(await clinician.hears('consumer:paused')).toEqual({ consumerId });
    await clinician.sees(({ people }) => people[0]?.[source] === false);
    await patient.request('producer:resume', { source });
    expect((await streamOf(call, patientId, source)).paused).toBe(false);
    expect(await clinician.hears('consumer:resumed')).toEqual({ consumerId });
    await patient.request('producer:close', { source });
    expect(await clinician.hears('consumer:closed')).toEqual({ consumerId });
    await patient.sees(({ me }) => !me[source]);
  });

  it('can be muted from the start', async () => {
    const call = await meetInCall(server);
    await call.patient.request('producer:close', { source: 'microphone' });
    await call.patient.request('producer:create', { source: 'microphone', rtpParameters: microphone(), paused: true });
    const offer = await call.clinician.hears('consumer:offered', ({ paused }) => paused);
    expect(offer).toMatchObject({ visitId: call.patientId, source: 'microphone' });
    expect((await streamOf(call, call.patientId, 'microphone')).paused).toBe(true);
  });
});

describe('[CALL-3] a third person', () => {
  it('is offered everybody’s streams, and offered to everybody', async () => {
    const call = await meetInCall(server);
    const { guest, guestId } = await guestOf(call);
    const { clinician, patient, clinicianId, patientId } = call;
    const both = (visitId: string) =>
      ['microphone', 'camera'].map((source) => expect.objectContaining({ visitId, source }) as ConsumerOffer);
    await clinician.hears('consumer:offered', (offer) => offer.visitId === guestId && offer.source === 'camera');
    await patient.hears('consumer:offered', (offer) => offer.visitId === guestId && offer.source === 'camera');
    expect(offersTo(guest)).toHaveLength(4);
    expect(offersTo(guest)).toEqual(expect.arrayContaining([...both(clinicianId), ...both(patientId)]));
    expect(offersTo(patient)).toEqual(expect.arrayContaining([...both(clinicianId), ...both(guestId)]));
    // Sound before pictures.
    expect(offersTo(guest).map(({ source }) => source)).toEqual(['microphone', 'microphone', 'camera', 'camera']);
    const { people } = await patient.sees((view) => view.people.length === 2);
    expect(people.map(({ name }) => name)).toEqual(['Dr Asha Patel', 'Bob Example']);
  });

  it('[CALL-5] is removed, and the other two go on', async () => {
    const call = await meetInCall(server);
    const { guest, guestId } = await guestOf(call);
    const { clinician, patient, patientId } = call;
    const { consumerId } = await patient.hears('consumer:offered', (offer) => offer.visitId === guestId);
    await clinician.request('visit:remove', { visitId: guestId });
    expect(await guest.farewell()).toBe('visit_removed');
    await patient.hears('consumer:closed', (closed) => closed.consumerId === consumerId);
    expect((await streamOf(call, patientId, 'camera')).paused).toBe(false);
    await patient.sees(({ people }) => people.length === 1);
  });
});

describe('[CALL-7] a reload', () => {
  /** The patient's connection is lost. */
  async function reloading() {
    const call = await meetInCall(server);
    const { resumeSecret } = await call.patient.welcome();
    call.patient.leave();
    await call.clinician.sees(({ people }) => typeof people[0]?.droppedAt === 'number');
    return { ...call, resumeSecret: resumeSecret! };
  }

  it('leads back into the call, and everybody’s streams are offered again', async () => {
    const { clinician, clinicianId, patientId, resumeSecret } = await reloading();
    const { origin } = server.app;
    const again = await Visitor.connect(origin, (await resume(origin, resumeSecret)).token);
    expect((await again.welcome()).view.me).toMatchObject({ phase: 'in_call', droppedAt: null });
    expect((await again.welcome()).opened).toBeNull();
    const { microphoneId } = await joinCall(again);
    expect(offersTo(again).map(({ visitId }) => visitId)).toEqual([clinicianId, clinicianId]);
    const offer = await clinician.hears('consumer:offered', ({ producerId }) => producerId === microphoneId);
    expect(offer.visitId).toBe(patientId);
  });

  it('has its media opened with the welcome, and knows before what it speaks', async () => {
    const { clinician, clinicianId, resumeSecret } = await reloading();
    const { origin } = server.app;
    const { token, media } = await resume(origin, resumeSecret);
    const again = await Visitor.connect(origin, token, true);
    const { opened, mediaKept } = await again.welcome();
    expect(opened!.routerRtpCapabilities).toEqual(media);
    expect(mediaKept).toBe(false);
    const { microphoneId } = await joinCallAgain(again);
    expect(offersTo(again).map(({ visitId }) => visitId)).toEqual([clinicianId, clinicianId]);
    await clinician.hears('consumer:offered', ({ producerId }) => producerId === microphoneId);
  });

  it('of the clinician as well, while somebody is in the call', async () => {
    const { clinician, patient } = await meetInCall(server);
    const { origin } = server.app;
    const { resumeSecret } = await clinician.welcome();
    const back = async () => {
      const again = await Visitor.connect(origin, (await resume(origin, resumeSecret!)).token, true);
      return (await again.welcome()).opened;
    };
    expect(await back()).not.toBeNull();
    await patient.request('visit:leave', {}).catch(() => undefined);
    await patient.farewell();
    expect(await back()).toBeNull();
  });

  it('opens nothing for whoever is not in it', async () => {
    const { patient, patientId, clinician } = await meetInCall(server);
    const { resumeSecret } = await patient.welcome();
    await clinician.request('visit:hold', { visitId: patientId });
    const { origin } = server.app;
    const { token, media } = await resume(origin, resumeSecret!);
    expect(media).toBeNull();
    expect((await (await Visitor.connect(origin, token, true)).welcome()).opened).toBeNull();
  });
});
