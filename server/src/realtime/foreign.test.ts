import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '../testing/databases.ts';
import { goodSocketRequests } from '../testing/good-socket-requests.ts';
import { dtlsParameters } from '../testing/media.ts';
import { meet, meetInCall } from '../testing/meeting.ts';
import { hire, watch } from '../testing/staff.ts';
import { makePractice } from '../testing/front-door.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf } from '../testing/visitor.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let witness: Witness;
let here: Awaited<ReturnType<typeof meetInCall>>;
beforeAll(async () => {
  server = await startTestServer();
  witness = await Witness.begin(server);
});
beforeEach(async () => {
  here = await meetInCall(server);
});
afterAll(() => server.close());

const inADatabaseThatStaysAsItIs = async (work: () => Promise<void>) => {
  const before = await contentOf(server.database.db);
  await work();
  expect(await contentOf(server.database.db)).toEqual(before);
};

describe('[CALL-6] [REQ-1] what belongs to others cannot be reached:', () => {
  it('a visit of another consultation', async () => {
    const there = await meet(server);
    await inADatabaseThatStaysAsItIs(async () => {
      const { clinician } = here;
      for (const visitId of [there.patientId, there.clinicianId, randomUUID()]) {
        expect(await outcomeOf(clinician.request('visit:admit', { visitId, confirmedName: 'Ann Example' }))).toBe(
          'not_found',
        );
        expect(await outcomeOf(clinician.request('visit:remove', { visitId }))).toBe('not_found');
      }
    });
  });

  it('a transport of another consultation, or of somebody else in the same', async () => {
    const there = await meetInCall(server);
    const own = here.patientMedia.opened;
    const others = [here.clinicianMedia, there.clinicianMedia, there.patientMedia].flatMap(({ opened }) => [
      opened.send.id,
      opened.receive.id,
    ]);
    for (const transportId of [...others, here.patientId, here.patientMedia.microphoneId, randomUUID()]) {
      expect(await outcomeOf(here.patient.request('transport:restart-ice', { transportId }))).toBe('not_found');
      expect(await outcomeOf(here.patient.request('transport:connect', { transportId, dtlsParameters }))).toBe(
        'not_found',
      );
    }
    expect(await outcomeOf(here.patient.request('transport:restart-ice', { transportId: own.send.id }))).toBe(
      'accepted',
    );
  });

  it('a stream that was offered in another consultation, or to somebody else in the same', async () => {
    const there = await meetInCall(server);
    const offered = await Promise.all(
      [there.patient, there.clinician, here.clinician].map((visitor) => visitor.hears('consumer:offered')),
    );
    const ids = offered.flatMap(({ consumerId, producerId }) => [consumerId, producerId]);
    const { patientMedia, patient } = here;
    for (const consumerId of [...ids, patientMedia.microphoneId, patientMedia.opened.receive.id, randomUUID()]) {
      expect(await outcomeOf(patient.request('consumer:resume', { consumerId }))).toBe('not_found');
    }
    const { consumerId } = await patient.hears('consumer:offered');
    expect(await outcomeOf(patient.request('consumer:resume', { consumerId }))).toBe('accepted');
  });

  it('another consultation, as an admin of another practice', async () => {
    const elsewhere = await makePractice(server.database, 'Elm Tree Surgery', Date.now());
    const watcher = await watch(server, await hire(server, ['admin'], elsewhere));
    await inADatabaseThatStaysAsItIs(async () => {
      for (const consultationId of [here.id, here.patientId, randomUUID()]) {
        expect(await outcomeOf(watcher.request('room:end', { consultationId }))).toBe('not_found');
      }
    });
  });

  it('[DESK-9] [WATCH-4] another consultation, its people and its clinic, as the staff of another practice', async () => {
    const { app, practiceId } = server;
    const texts = { name: 'Morning surgery', hours: null, welcome: null };
    const { id: clinicId } = await app.clinics.create(practiceId, texts, { kind: 'system' });
    const elsewhere = await makePractice(server.database, 'Elm Tree Surgery', Date.now());
    const theirs = await app.clinics.create(elsewhere, texts, { kind: 'system' });
    for (const role of ['clinician', 'receptionist'] as const) {
      const watcher = await watch(server, await hire(server, [role], elsewhere));
      await inADatabaseThatStaysAsItIs(async () => {
        const around = { consultationId: here.id, waitingId: here.patientId };
        const good = { ...goodSocketRequests({ ...around, clinicId: theirs.id }) };
        const atDesk = Object.keys(good).filter((name) => /^(waiting|clinic):/.test(name)) as Array<keyof typeof good>;
        expect(atDesk).toHaveLength(7);
        for (const name of atDesk.filter((one) => one !== 'clinic:late')) {
          expect({ name, outcome: await outcomeOf(watcher.request(name, good[name]())) }).toEqual({
            name,
            outcome: 'not_found',
          });
        }
        expect(await outcomeOf(watcher.request('clinic:late', { clinicId, minutes: 20 }))).toBe('not_found');
      });
      watcher.leave();
    }
    const own = await watch(server, await hire(server, ['receptionist']));
    const target = { consultationId: here.id, clinicId: theirs.id, clinicianId: null };
    expect(await outcomeOf(own.request('waiting:transfer', target))).toBe('not_found');
    own.leave();
  });
});

it('[CALL-6] everybody is offered the streams of their own consultation, and only of the others in it', async () => {
  const there = await meetInCall(server);
  const offeredTo = ({ heard }: typeof here.patient) =>
    heard
      .filter(({ name }) => name === 'consumer:offered')
      .map(({ data }) => data as { visitId: string; source: string });
  const from = (visitId: string) => ['microphone', 'camera'].map((source) => ({ visitId, source }));
  for (const { patient, clinician, patientId, clinicianId } of [here, there]) {
    await patient.hears('consumer:offered', ({ source }) => source === 'camera');
    await clinician.hears('consumer:offered', ({ source }) => source === 'camera');
    expect(offeredTo(patient)).toMatchObject(from(clinicianId));
    expect(offeredTo(clinician)).toMatchObject(from(patientId));
  }
});

it('[REQ-2] [REQ-3] [CALL-6] and nothing of all this was noticed elsewhere, or went wrong inside', async () => {
  expect(await witness.notices()).toEqual([]);
  expect(server.logged).toEqual([]);
});
