import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dtlsParameters, joinCall } from '../testing/media.ts';
import { endMeeting, meetInCall } from '../testing/meeting.ts';
import { childProcesses } from '../testing/processes.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf, resume, Visitor } from '../testing/visitor.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let witness: Witness;
/** So that the deaths of one test are forgotten in the next. */
let later = 0;
let meeting: Awaited<ReturnType<typeof meetInCall>>;
beforeAll(async () => {
  server = await startTestServer({ workers: 2, now: () => Date.now() + later });
});
beforeEach(async () => {
  later += 6 * 60_000;
  // Two that carry calls, and the spare.
  await vi.waitUntil(async () => (await childProcesses()).length === 3, { timeout: 10_000 });
  witness = await Witness.begin(server);
  meeting = await meetInCall(server);
});
afterEach(async () => {
  await endMeeting(server, meeting.id);
  await witness.end();
});
afterAll(() => server.close());

/** The worker that carries the meeting. */
const carrier = () => server.app.rooms.get(meeting.id).worker;

async function killWorker(): Promise<number> {
  const { pid } = carrier().worker;
  process.kill(pid, 'SIGKILL');
  await meeting.patient.hears('media:lost');
  await meeting.clinician.hears('media:lost');
  return pid;
}

describe('[MEDIA-2] when a worker dies', () => {
  it('its people are told, and can open their media anew at once', async () => {
    const pid = await killWorker();
    const { patient, clinician, clinicianId } = meeting;
    await joinCall(patient);
    expect(carrier().worker.pid).not.toBe(pid);
    const { microphoneId } = await joinCall(clinician);
    const offer = await patient.hears('consumer:offered', ({ producerId }) => producerId === microphoneId);
    expect(offer.visitId).toBe(clinicianId);
    await patient.request('consumer:resume', { consumerId: offer.consumerId });
  });

  it('[MEDIA-5] its people are handed new transports with the news', async () => {
    await killWorker();
    const { opened } = await meeting.patient.hears('media:lost');
    const { peers } = server.app.rooms.get(meeting.id);
    expect(opened!.send).toMatchObject({ id: peers.get(meeting.patientId)!.send.id });
    const connecting = { transportId: opened!.receive.id, dtlsParameters };
    expect(await outcomeOf(meeting.patient.request('transport:connect', connecting))).toBe('accepted');
    expect(peers.size).toBe(2);
  });

  it('[MEDIA-5] nothing is handed to whoever may not be in the call any more', async () => {
    const { patient, clinician, patientId } = meeting;
    // It answers nobody, so that the hold comes between the news and what is opened for it.
    process.kill(carrier().worker.pid, 'SIGSTOP');
    await clinician.request('visit:hold', { visitId: patientId });
    await killWorker();
    expect(await patient.hears('media:lost')).toEqual({ opened: null });
    expect([...server.app.rooms.get(meeting.id).peers.keys()]).toEqual([meeting.clinicianId]);
  });

  it('[CALL-7] while it hangs, whoever comes back is shown the call without waiting for it', async () => {
    const { patient, patientId, clinician } = meeting;
    const { resumeSecret } = await patient.welcome();
    patient.leave();
    await clinician.sees(({ people }) => people.some(({ visitId, droppedAt }) => visitId === patientId && droppedAt));
    const { worker } = carrier();
    process.kill(worker.pid, 'SIGSTOP');
    const { origin } = server.app;
    const again = await Visitor.connect(origin, (await resume(origin, resumeSecret!)).token, true);
    expect((await again.welcome()).opened).toBeNull();
    // Nor until it was taken for hung, and ended.
    expect(worker.died).toBe(false);
    process.kill(worker.pid, 'SIGKILL');
    await again.hears('media:lost');
  });

  it('its people stay in the call, with nothing sent until they send anew', async () => {
    await killWorker();
    const view = await meeting.clinician.sees(
      ({ people: [patient] }) => patient?.phase === 'in_call' && !patient.microphone,
    );
    expect(view.people[0]).toMatchObject({ phase: 'in_call', droppedAt: null, microphone: false, camera: false });
    expect(await outcomeOf(meeting.patient.request('producer:pause', { source: 'microphone' }))).toBe('not_found');
  });

  it('the others notice nothing, and their worker is the same', async () => {
    expect(witness.worker).not.toBe(carrier());
    await killWorker();
    expect(await witness.notices()).toEqual([]);
  });

  it('another worker takes its place, and its rooms are no longer counted', async () => {
    const lost = carrier();
    const others = server.app.workers.all.filter((worker) => worker !== lost);
    const pid = await killWorker();
    const replacement = server.app.workers.all.find((worker) => !others.includes(worker))!;
    expect(replacement.worker.pid).not.toBe(pid);
    expect(lost).toMatchObject({ rooms: 0, consumers: 0 });
    expect(replacement).toMatchObject({ rooms: 1, consumers: 0 });
    expect((await replacement.worker.dump()).webRtcServerIds).toEqual([replacement.server.id]);
    expect(carrier()).toBe(replacement);
  });

  it('and another one, and the replacements too, calls go on', async () => {
    const { patient } = meeting;
    const timesLost = () => patient.heard.filter(({ name }) => name === 'media:lost').length;
    for (let round = 1; round <= 3; round++) {
      process.kill(carrier().worker.pid, 'SIGKILL');
      await expect.poll(timesLost).toBe(round);
      await joinCall(patient);
    }
  });

  it('[MEDIA-5] and the next one while calls move there, they move on to another', async () => {
    const { patient, clinician } = meeting;
    const carriers = server.app.workers.all.map(({ worker }) => worker.pid);
    const [spare] = (await childProcesses()).filter((pid) => !carriers.includes(pid));
    // It answers nobody, so that the call is on its way there until it dies.
    process.kill(spare!, 'SIGSTOP');
    process.kill(carrier().worker.pid, 'SIGKILL');
    await vi.waitUntil(() => server.app.workers.all.some(({ worker }) => worker.pid === spare));
    process.kill(spare!, 'SIGKILL');
    for (const person of [patient, clinician]) {
      const { opened } = await person.hears('media:lost');
      const connecting = { transportId: opened!.send.id, dtlsParameters };
      expect(await outcomeOf(person.request('transport:connect', connecting))).toBe('accepted');
    }
  });

  it('[MEDIA-5] and every other one, its people are told at once and get in as soon as there is one', async () => {
    const { patient, clinician } = meeting;
    for (const pid of await childProcesses()) process.kill(pid, 'SIGKILL');
    for (const person of [patient, clinician]) {
      await person.hears('media:lost');
      await expect.poll(() => outcomeOf(person.request('media:open', {}))).toBe('accepted');
    }
    await joinCall(patient);
  });

  it('[REQ-3] nobody who asks it for something at that moment is told of anything but media', async () => {
    const { patient, clinician, patientMedia, clinicianMedia } = meeting;
    const { consumerId } = await patient.hears('consumer:offered');
    const rtpCapabilities = clinicianMedia.opened.routerRtpCapabilities;
    process.kill(carrier().worker.pid, 'SIGKILL');
    const outcomes = await Promise.all(
      [
        patient.request('producer:pause', { source: 'camera' }),
        patient.request('consumer:resume', { consumerId }),
        patient.request('transport:restart-ice', { transportId: patientMedia.opened.send.id }),
        clinician.request('producer:pause', { source: 'microphone' }),
        clinician.request('producer:close', { source: 'camera' }),
        clinician.request('consumers:start', { rtpCapabilities }),
        clinician.request('media:open', {}),
      ].map(outcomeOf),
    );
    expect(['accepted', 'media_unavailable', 'wrong_state']).toEqual(expect.arrayContaining(outcomes));
  });
});
