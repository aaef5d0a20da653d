import { setImmediate as tick } from 'node:timers/promises';
import { isLive } from '@front-door/shared/domain/visit.ts';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { visits } from '../db/schema.ts';
import { carriedBy, nothing } from '../testing/carried.ts';
import { joinCall } from '../testing/media.ts';
import { endMeeting, meetAdmitted, meetInCall, type Meeting } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
const begun: string[] = [];
beforeAll(async () => {
  server = await startTestServer({ workers: 2 });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const id of begun.splice(0)) await endMeeting(server, id);
});
afterAll(() => server.close());

/** A meeting that is over with its test. */
async function begin<T extends Meeting>(meeting: Promise<T>): Promise<T> {
  begun.push((await meeting).id);
  return meeting;
}

const carried = () => carriedBy(server.app.workers);
const inCall = { routers: 1, transports: 4, rooms: 1, consumers: 4 };
const oneLeft = { routers: 1, transports: 2, rooms: 1, consumers: 0 };
const farewells = (...visitors: Visitor[]) => Promise.all(visitors.map((visitor) => visitor.farewell()));
/** Asks for what is answered with a farewell. */
const ask = (visitor: Visitor, name: string, data: object) => void visitor.raw(name, data).catch(() => {});

/** Once all of them are dropped. Asks again and again by itself: a poll of vitest's moves the clock that is faked. */
async function dropped(...visitIds: string[]): Promise<void> {
  for (const visitId of visitIds) {
    for (;;) {
      const [visit] = await server.database.db.select().from(visits).where(eq(visits.id, visitId));
      if (visit !== undefined && isLive(visit.state) && visit.state.droppedAt !== null) break;
      await tick();
    }
  }
}

describe('[MEDIA-3] a call takes no more of the workers', () => {
  it('when both have left', async () => {
    const { clinician, patient } = await begin(meetInCall(server));
    expect(await carried()).toEqual(inCall);
    ask(patient, 'visit:leave', {});
    expect(await farewells(patient)).toEqual(['visit_left']);
    await expect.poll(carried).toEqual(oneLeft);
    ask(clinician, 'visit:leave', {});
    expect(await farewells(clinician)).toEqual(['visit_left']);
    expect(await carried()).toEqual(nothing);
  });

  it('when one was removed and the other has left', async () => {
    const { clinician, patient, patientId } = await begin(meetInCall(server));
    await clinician.request('visit:remove', { visitId: patientId });
    await expect.poll(carried).toEqual(oneLeft);
    ask(clinician, 'visit:leave', {});
    await farewells(clinician, patient);
    expect(await carried()).toEqual(nothing);
  });

  it('when it has ended, also for somebody who was away', async () => {
    const { id, patient, patientId } = await begin(meetInCall(server));
    patient.leave();
    await dropped(patientId);
    await endMeeting(server, id);
    expect(await carried()).toEqual(nothing);
  });

  it('of somebody who must be admitted again, on another device', async () => {
    const { patientSecret } = await begin(meetInCall(server));
    await (await Visitor.byLink(server.app.origin, patientSecret, 'this_device')).welcome();
    await expect.poll(carried).toEqual(oneLeft);
  });

  it('than one call does, however often its media is opened anew', async () => {
    const { clinician, patient } = await begin(meetInCall(server));
    for (let times = 0; times < 3; times++) for (const visitor of [clinician, patient]) await joinCall(visitor);
    await expect.poll(carried).toEqual(inCall);
  });
});

describe('[MEDIA-3] the media of somebody who lost the connection', () => {
  const secretOf = async (visitor: Visitor) => (await visitor.welcome()).resumeSecret!;
  const comeBack = async (secret: string) => {
    const visitor = await Visitor.connect(server.app.origin, (await resume(server.app.origin, secret)).token);
    return visitor.welcome();
  };

  it('[CALL-7] is kept for a while, and is there for who comes back', async () => {
    const { patient, patientId } = await begin(meetInCall(server));
    const secret = await secretOf(patient);
    patient.leave();
    await dropped(patientId);
    expect(await carried()).toEqual(inCall);
    expect(await comeBack(secret)).toMatchObject({ mediaKept: true, view: { me: { phase: 'in_call' } } });
  });

  it('is gone 45 seconds later, and the room with the last of it', async () => {
    const { clinician, patient, clinicianId, patientId } = await begin(meetInCall(server));
    const secret = await secretOf(patient);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    patient.leave();
    clinician.leave();
    await dropped(patientId, clinicianId);
    vi.advanceTimersByTime(44_999);
    expect(await carried()).toEqual(inCall);
    vi.advanceTimersByTime(1);
    expect(await carried()).toEqual(nothing);
    vi.useRealTimers();
    expect(await comeBack(secret)).toMatchObject({ mediaKept: false, view: { me: { phase: 'in_call' } } });
  });

  it('does not come to stay when it was just being opened', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (let moment = 0; moment < 8; moment++) {
      const { patient, patientId, clinician, clinicianId } = await begin(meetAdmitted(server));
      for (const visitor of [patient, clinician]) ask(visitor, 'media:open', {});
      for (let ticks = 0; ticks < moment * 4; ticks++) await tick();
      for (const visitor of [patient, clinician]) visitor.leave();
      await dropped(patientId, clinicianId);
      vi.advanceTimersByTime(45_000);
      await expect.poll(carried).toEqual(nothing);
    }
  });
});
