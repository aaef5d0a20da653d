import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';
import { transfer } from './transfer.ts';
import type { AtDesk } from './visits.ts';

const minute = 60_000;

onEachDatabase((open) => {
  let door: FrontDoor;
  let desk: AtDesk;
  let elsewhere: AtDesk;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
    desk = { practiceId: door.practiceId, staffId: (await door.hireClinician('Jo Okafor')).id };
    elsewhere = { ...desk, practiceId: await makePractice(door, 'Elm Tree Surgery', door.clock.now) };
  });
  afterAll(() => door.close());

  const later = (ms: number) => (door.clock.now += ms);
  const stateOf = async (visitId: string) => (await door.visits.get(visitId)).state;
  const clinicNamed = (name: string, practiceId = door.practiceId) =>
    door.clinics.create(practiceId, { name, hours: null, welcome: null }, system);

  describe('[DESK-5] a transfer', () => {
    const send = (consultationId: string, to: { clinicId?: string; clinicianId?: string }, by = desk) =>
      transfer({ db: door.db, changes: door.changes, at: door.clock.now }, by, consultationId, {
        clinicId: null,
        clinicianId: null,
        ...to,
      });

    it('to another clinic keeps arrival and place of who waits', async () => {
      const { links, patient, clinician } = await door.waiting();
      const before = await stateOf(patient.visit.id);
      later(5 * minute);
      const clinic = await clinicNamed('Evening surgery');
      await send(links.id, { clinicId: clinic.id });
      expect(await stateOf(patient.visit.id)).toEqual(before);
      expect(await stateOf(clinician.visit.id)).toMatchObject({ phase: 'left' });
      const nobody = { clinicianId: null, clinicianName: null };
      expect(await door.consultationOf(links.id)).toMatchObject({ clinicId: clinic.id, ...nobody });
    });

    it('to another clinician tells patients that name, and whose it is from now on', async () => {
      const { links } = await door.waiting();
      const { id: clinicianId, name: clinicianName } = await door.hireClinician('Dr Kim Lee');
      await send(links.id, { clinicianId });
      expect(await door.consultationOf(links.id)).toMatchObject({ clinicId: null, clinicianId, clinicianName });
    });

    it('brings who was in the call, or on hold, back to waiting at the old place', async () => {
      const { links, clinician, patient } = await door.inCall();
      const guest = await door.arrive(links.patientSecret, 'guest');
      await door.visits.checkIn(guest.visit.id, 'Bob Example');
      await door.visits.admit(clinician.visit.id, guest.visit.id, 'Bob Example');
      await door.visits.hold(clinician.visit.id, guest.visit.id);
      const { arrivedAt } = patient.visit;
      later(20 * minute);
      const [from, to] = [await clinicNamed('Morning surgery'), await clinicNamed('Evening surgery')];
      await send(links.id, { clinicId: from.id });
      await send(links.id, { clinicId: to.id });
      const waiting = { phase: 'waiting', name: 'Ann Example', arrivedAt, placeSince: arrivedAt, droppedAt: null };
      expect(await stateOf(patient.visit.id)).toMatchObject(waiting);
      expect(await stateOf(guest.visit.id)).toMatchObject({ phase: 'waiting', name: 'Bob Example' });
      expect(await door.consultationOf(links.id)).toMatchObject({ callStartedAt: null });
    });

    it('takes the media of everybody who was in the call, and lets the clinicians go', async () => {
      const { links, clinician, patient } = await door.inCall();
      const clinic = await clinicNamed('Evening surgery');
      await send(links.id, { clinicId: clinic.id });
      const { mediaClosed, ...change } = door.announced.at(-1)!;
      expect(change).toMatchObject({
        consultationId: links.id,
        clinicIds: [clinic.id],
        dismissed: [{ visitId: clinician.visit.id, code: 'visit_left' }],
      });
      expect(new Set(mediaClosed)).toEqual(new Set([patient.visit.id, clinician.visit.id]));
      expect(await outcome(door.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example'))).toBe('forbidden');
      expect(await outcome(door.comeBack(clinician.resumeSecret!))).toBe('resume_invalid');
    });

    it('is told to both clinics', async () => {
      const { links } = await door.waiting();
      const [from, to] = [await clinicNamed('Morning surgery'), await clinicNamed('Evening surgery')];
      await send(links.id, { clinicId: from.id });
      await send(links.id, { clinicId: to.id });
      expect(door.announced.at(-1)).toMatchObject({ clinicIds: [from.id, to.id] });
    });

    it('stands in the trail, by whom', async () => {
      const { links } = await door.waiting();
      await send(links.id, {});
      const transferred = (await door.trailOf(links.id)).filter(({ action }) => action === 'transferred');
      expect(transferred).toMatchObject([{ actorKind: 'staff', actorId: desk.staffId }]);
    });

    it('is refused to and from what is not the practice’s, is closed or over, and changes nothing', async () => {
      const { links } = await door.inCall();
      const closed = await clinicNamed('Closed surgery');
      await door.clinics.close(door.practiceId, closed.id, system);
      const theirs = await clinicNamed('Their surgery', elsewhere.practiceId);
      const shut = await door.hireClinician('Dr Lou Shah');
      await door.shutAccount(shut.id);
      const over = await door.waiting();
      await door.consultations.end(door.practiceId, over.links.id, system);
      const before = [await door.trailOf(links.id), await door.visitsOf(links.id), await door.consultationOf(links.id)];
      const good = (await clinicNamed('Evening surgery')).id;
      for (const target of [
        { clinicId: closed.id },
        { clinicId: theirs.id },
        { clinicId: randomUUID() },
        { clinicianId: shut.id },
        { clinicianId: randomUUID() },
        { clinicId: good, clinicianId: shut.id },
      ]) {
        expect(await outcome(send(links.id, target))).toBe('not_found');
      }
      expect(await outcome(send(links.id, { clinicId: good }, elsewhere))).toBe('not_found');
      expect(await outcome(send(over.links.id, { clinicId: good }))).toBe('consultation_ended');
      expect([
        await door.trailOf(links.id),
        await door.visitsOf(links.id),
        await door.consultationOf(links.id),
      ]).toEqual(before);
    });
  });
});
