import type { WatchedRoom, WatchView } from '@front-door/shared/protocol/views.ts';
import { staffRoles } from '@front-door/shared/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePractice, system } from '../testing/front-door.ts';
import { joinCall } from '../testing/media.ts';
import { endMeeting, meet, meetInCall } from '../testing/meeting.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf, resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Somebody of the practice who watches, in a role. */
const watcherAs = async (role: (typeof staffRoles)[number], practiceId = server.practiceId) =>
  watch(server, await hire(server, [role], practiceId));
const roomOf = (view: WatchView, consultationId: string): WatchedRoom | undefined =>
  view.rooms.find((room) => room.consultationId === consultationId);
const watchesRoom = async (watcher: Visitor, consultationId: string, fits: (room: WatchedRoom) => boolean) => {
  const view = await watcher.watches((seen) => {
    const room = roomOf(seen, consultationId);
    return room !== undefined && fits(room);
  });
  return roomOf(view, consultationId)!;
};

describe('[WATCH-1] staff see', () => {
  it.each(staffRoles)('as %s a room from its beginning to its end, without asking', async (role) => {
    const watcher = await watcherAs(role);
    const meeting = await meet(server, 'arrived');
    const { id, clinician, patient, patientId, clinicianId } = meeting;
    const arrived = await watchesRoom(watcher, id, ({ people }) => people.length === 2);
    expect(arrived).toMatchObject({ clinicianName: 'Dr Asha Patel', callStartedAt: null, worker: null });
    expect(arrived.people.map(({ visitId }) => visitId)).toEqual([clinicianId, patientId]);
    expect(arrived.people[1]).toMatchObject({ phase: 'arrived', name: null, waitingSince: null, quality: null });

    await patient.request('visit:check-in', { name: 'Ann Example', agreed: true });
    const waiting = await watchesRoom(watcher, id, ({ people }) => people[1]?.phase === 'waiting');
    expect(waiting.people[1]).toMatchObject({ name: 'Ann Example', arrivedAt: arrived.people[1]!.arrivedAt });
    expect(waiting.people[1]!.waitingSince).toBeGreaterThanOrEqual(waiting.people[1]!.arrivedAt);

    await clinician.request('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' });
    await joinCall(clinician);
    await joinCall(patient);
    const inCall = await watchesRoom(
      watcher,
      id,
      ({ people, callStartedAt }) => callStartedAt !== null && people.every(({ camera, quality }) => camera && quality),
    );
    const [carrier] = server.app.workers.all;
    expect(inCall.worker).toEqual({ index: carrier!.index, pid: carrier!.worker.pid });
    expect(inCall.callStartedAt).toBeTypeOf('number');
    for (const person of inCall.people) {
      expect(person).toMatchObject({ phase: 'in_call', waitingSince: null, microphone: true });
      expect(person.joinedAt).toBeTypeOf('number');
      // Nothing flows, since nobody here has a browser; each figure is there nevertheless.
      expect(person.quality).toEqual({ sendBitrate: 0, receiveBitrate: 0, roundTripTime: null, packetLoss: null });
    }

    await patient.request('producer:pause', { source: 'microphone' });
    patient.leave();
    const dropped = await watchesRoom(watcher, id, ({ people }) => typeof people[1]?.droppedAt === 'number');
    expect(dropped.people[1]).toMatchObject({ phase: 'in_call', microphone: false });
    await endMeeting(server, id);
    await expect.poll(() => roomOf(watcher.pictures.at(-1)!, id)).toBeUndefined();
    watcher.leave();
  });

  it('fresh figures every few seconds while a call runs, though nothing else changes', async () => {
    const watcher = await watcherAs('receptionist');
    const { id } = await meetInCall(server);
    await watchesRoom(watcher, id, ({ callStartedAt }) => callStartedAt !== null);
    const { now } = watcher.pictures.at(-1)!;
    const later = await watcher.watches((view) => view.now > now + 1000);
    expect(roomOf(later, id)?.people).toHaveLength(2);
    await endMeeting(server, id);
    watcher.leave();
  });

  it('nobody who was removed', async () => {
    const watcher = await watcherAs('admin');
    const { id, clinician, patientId: visitId } = await meetInCall(server);
    await watchesRoom(watcher, id, ({ people }) => people.length === 2);
    await clinician.request('visit:remove', { visitId });
    const { people } = await watchesRoom(watcher, id, (room) => room.people.length === 1);
    expect(people[0]!.role).toBe('clinician');
    await endMeeting(server, id);
    watcher.leave();
  });
});

describe('[WATCH-2] whoever watches', () => {
  it('hears of nothing but the rooms, and is part of none', async () => {
    const watcher = await watcherAs('clinician');
    const { id, clinician } = await meetInCall(server);
    await watchesRoom(watcher, id, ({ people }) => people.length === 2);
    const names = new Set(watcher.heard.map(({ name }) => name));
    expect(names).toEqual(new Set(['watch:clinics', 'watch:view', 'watch:changed']));
    const seen = await clinician.sees(({ people }) => people.length > 0);
    expect(seen.people.map(({ role }) => role)).toEqual(['patient']);
    await endMeeting(server, id);
    watcher.leave();
  });

  it('is told nothing that would open a way in', async () => {
    const watcher = await watcherAs('admin');
    const { id, patientSecret, clinicianSecret, patient } = await meetInCall(server);
    await watchesRoom(watcher, id, ({ people }) => people.length === 2);
    const { resumeSecret } = await patient.welcome();
    const all = JSON.stringify(watcher.heard);
    for (const secret of [patientSecret, clinicianSecret, resumeSecret!]) expect(all).not.toContain(secret);
    await endMeeting(server, id);
    watcher.leave();
  });
});

describe('[WATCH-3] a room', () => {
  it('is ended for everybody by an admin, and the trail says by whom', async () => {
    const admin = await hire(server, ['admin']);
    const watcher = await watch(server, admin);
    const { id: consultationId, clinician, patient } = await meetInCall(server);
    await watcher.request('room:end', { consultationId });
    expect(await clinician.farewell()).toBe('consultation_ended');
    expect(await patient.farewell()).toBe('consultation_ended');
    const { body } = await admin.ask('trail.read', { consultationId });
    expect(body.entries[0]).toMatchObject({
      action: 'consultation_ended',
      actor: { kind: 'staff', name: 'Jo Okafor' },
    });
    expect(await outcomeOf(watcher.request('room:end', { consultationId }))).toBe('accepted');
    watcher.leave();
  });

  it.each(['clinician', 'receptionist'] as const)('is not ended by a %s who watches', async (role) => {
    const watcher = await watcherAs(role);
    const { id: consultationId, clinician } = await meet(server);
    expect(await outcomeOf(watcher.request('room:end', { consultationId }))).toBe('forbidden');
    expect(clinician.socket.connected).toBe(true);
    await endMeeting(server, consultationId);
    watcher.leave();
  });
});

describe('[WATCH-4] another practice', () => {
  it('is not seen, and what happens there is not even noticed', async () => {
    const elsewhere = await makePractice(server.database, 'Elm Tree Surgery', Date.now());
    const [here, there] = [await watcherAs('admin'), await watcherAs('admin', elsewhere)];
    const { consultations } = server.app;
    const theirs = await consultations.create({
      practiceId: elsewhere,
      clinicianId: null,
      clinicianName: null,
      actor: system,
    });
    const { id: ours } = await meetInCall(server);
    await watchesRoom(here, ours, ({ people }) => people.length === 2);
    await watchesRoom(there, theirs.id, () => true);
    const seen = there.pictures.flatMap(({ rooms }) => rooms.map(({ consultationId }) => consultationId));
    expect(new Set(seen)).toEqual(new Set([theirs.id]));
    await consultations.end(elsewhere, theirs.id, system);
    await there.watches(({ rooms }) => rooms.length === 0);
    expect(JSON.stringify(there.heard)).not.toContain(ours);
    expect(JSON.stringify(here.heard)).not.toContain(theirs.id);
    await endMeeting(server, ours);
    here.leave();
    there.leave();
  });
});

describe('[STAFF-4] an account that is shut', () => {
  it('watches no longer, while others do', async () => {
    const admin = await hire(server, ['admin']);
    const member = await hire(server, ['receptionist']);
    const [watcher, another, other] = [
      await watch(server, member),
      await watch(server, member),
      await watch(server, admin),
    ];
    await admin.ask('staff.disable', { id: member.id });
    expect(await watcher.farewell()).toBe('not_signed_in');
    expect(await another.farewell()).toBe('not_signed_in');
    const heard = watcher.heard.length;
    const { id } = await meet(server);
    await watchesRoom(other, id, ({ people }) => people.length === 2);
    expect(watcher.heard).toHaveLength(heard);
    expect(watcher.socket.connected).toBe(false);
    await endMeeting(server, id);
    other.leave();
  });

  it('is out of its calls, with its media and with no way back, and the call goes on', async () => {
    const admin = await hire(server, ['admin']);
    const doctor = await hire(server, ['clinician']);
    const meeting = await meetInCall(server);
    const { body } = await doctor.ask('consultations.enter', { id: meeting.id });
    const visitor = await Visitor.connect(server.app.origin, body.token);
    const { view, resumeSecret } = await visitor.welcome();
    await joinCall(visitor);
    await admin.ask('staff.disable', { id: doctor.id });
    expect(await visitor.farewell()).toBe('not_signed_in');
    const { me } = view;
    expect(server.app.rooms.get(meeting.id).peers.has(me.visitId)).toBe(false);
    await meeting.clinician.sees(({ people }) =>
      people.some(({ visitId, droppedAt }) => visitId === me.visitId && droppedAt !== null),
    );
    expect(await outcomeOf(resume(server.app.origin, resumeSecret!))).toBe('resume_invalid');
    expect(await outcomeOf(meeting.patient.request('producer:pause', { source: 'microphone' }))).toBe('accepted');
    await endMeeting(server, meeting.id);
  });
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
