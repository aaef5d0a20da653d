import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadAppointments } from '../clinics/load-appointments.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';
import { markNoShow } from './no-show.ts';
import { loadListedRooms } from './view.ts';

const hour = 3_600_000;

onEachDatabase((open) => {
  let door: FrontDoor;
  /** One that each test has to itself. */
  let practiceId: string;
  let elsewhere: string;
  let clinic: { id: string; code: string };
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  beforeEach(async () => {
    practiceId = await makePractice(door, 'Willowbrook Surgery', door.clock.now);
    elsewhere = await makePractice(door, 'Elm Tree Surgery', door.clock.now);
    clinic = await door.clinics.create(practiceId, { name: 'Morning surgery', hours: null, welcome: null }, system);
  });
  afterAll(() => door.close());

  const nobody = { clinicianId: null, clinicianName: null, actor: system };
  const appointment = (inHours: number, more: { clinicId?: string; patientName?: string; practiceId?: string } = {}) =>
    door.consultations.create({ practiceId, ...nobody, expectedAt: door.clock.now + inHours * hour, ...more });
  const listed = async (practice = practiceId) =>
    (await loadListedRooms(door.db, practice, door.clock.now)).map(({ consultation }) => consultation.id);
  const call = async () => {
    const arrival = await door.clinics.arrive(clinic.code);
    if (!arrival.open) throw new Error('the clinic is closed at this time');
    return arrival.secret;
  };

  describe('[CLINIC-1] [WATCH-4] staff see in their list', () => {
    it('a caller once they opened the visit, and not who only asked for one', async () => {
      const [opened, _unopened] = [await call(), await call()];
      expect(await listed()).toEqual([]);
      const { visit } = await door.arrive(opened);
      expect(await listed()).toEqual([visit.consultationId]);
    });

    it('what staff or a practice system made for a clinic, before anybody came', async () => {
      const { id } = await door.consultations.create({ practiceId, clinicId: clinic.id, ...nobody });
      expect(await listed()).toEqual([id]);
    });

    it('appointments of the next 24 hours, and not later ones', async () => {
      const soon = await appointment(24 - 1 / hour, { clinicId: clinic.id });
      const later = await appointment(24, { clinicId: clinic.id });
      expect(await listed()).toEqual([soon.id]);
      door.clock.now += 1;
      expect(new Set(await listed())).toEqual(new Set([soon.id, later.id]));
    });

    it('what a clinic had in the last 12 hours, and what ended elsewhere no longer', async () => {
      const inClinic = await appointment(1, { clinicId: clinic.id });
      const alone = await door.consultations.create({ practiceId, ...nobody });
      for (const { id } of [inClinic, alone]) await door.consultations.end(practiceId, id, system);
      expect(await listed()).toEqual([inClinic.id]);
      door.clock.now += 12 * hour;
      expect(await listed()).toEqual([]);
    });

    it('nothing of another practice', async () => {
      await appointment(1, { clinicId: clinic.id });
      expect(await listed(elsewhere)).toEqual([]);
      const ids = await listed();
      expect(ids).toHaveLength(1);
      expect(await loadListedRooms(door.db, elsewhere, door.clock.now, ids)).toEqual([]);
    });
  });

  describe('[CLINIC-4] appointments are listed', () => {
    const list = (wanted: { clinicId?: string; from?: number; until?: number } = {}, practice = practiceId) => {
      const { now } = door.clock;
      return loadAppointments(door.db, practice, {
        clinicId: undefined,
        from: now,
        until: now + 60 * 24 * hour,
        ...wanted,
      });
    };
    const idsIn = (appointments: Awaited<ReturnType<typeof list>>) => appointments.map(({ id }) => id);

    it('in their order, with what is known of each', async () => {
      const late = await appointment(40 * 24);
      const early = await appointment(30, { clinicId: clinic.id, patientName: 'Ann Example' });
      const expectedAt = door.clock.now + 30 * hour;
      const all = await list();
      expect(idsIn(all)).toEqual([early.id, late.id]);
      expect(all[0]).toEqual({
        id: early.id,
        clinicId: clinic.id,
        expectedAt,
        patientName: 'Ann Example',
        patientPhone: null,
        clinicianId: null,
        clinicianName: null,
        noShowAt: null,
        arrivedAt: null,
        callStartedAt: null,
        endedAt: null,
      });
    });

    it('from one moment until before another, and of one clinic', async () => {
      const { now } = door.clock;
      const [one, two, three] = [
        await appointment(1, { clinicId: clinic.id }),
        await appointment(2),
        await appointment(3),
      ];
      expect(idsIn(await list({ from: now + hour, until: now + 3 * hour }))).toEqual([one.id, two.id]);
      expect(idsIn(await list({ from: now + hour + 1 }))).toEqual([two.id, three.id]);
      expect(idsIn(await list({ clinicId: clinic.id }))).toEqual([one.id]);
    });

    it('with when the patient first came, whether nobody did, and when the call and all was over', async () => {
      const { id, patientSecret, clinicianSecret } = await appointment(1);
      const missed = await appointment(2);
      door.clock.now += 10 * 60_000;
      await door.arrive(clinicianSecret);
      expect(await list()).toMatchObject([{ arrivedAt: null }, { arrivedAt: null }]);
      const arrivedAt = (door.clock.now += 60_000);
      const { visit } = await door.arrive(patientSecret);
      await door.visits.leave(visit.id);
      door.clock.now += 60_000;
      await door.arrive(patientSecret);
      const noShowAt = door.clock.now;
      await markNoShow(door.db, { practiceId, actor: system, at: noShowAt }, missed.id, true);
      await door.consultations.end(practiceId, id, system);
      expect(await list()).toMatchObject([
        { id, arrivedAt, noShowAt: null, endedAt: noShowAt },
        { id: missed.id, arrivedAt: null, noShowAt, endedAt: null },
      ]);
    });

    it('once, also when somebody was sent away and somebody else came', async () => {
      const { id, patientSecret } = await appointment(1);
      const again = await door.consultations.addLink(practiceId, id, 'patient', system);
      const { visit } = await door.arrive(patientSecret);
      const { id: staffId } = await door.hireClinician('Dr Asha Patel');
      expect(await outcome(door.visits.removeFromDesk({ practiceId, staffId }, visit.id))).toBe('accepted');
      await door.arrive(again.secret);
      expect(idsIn(await list())).toEqual([id]);
    });

    it('and neither calls without an appointment, nor those of another practice', async () => {
      await door.arrive(await call());
      await door.consultations.create({ practiceId, ...nobody });
      await appointment(1, { practiceId: elsewhere });
      expect(await list()).toEqual([]);
      expect(await list({}, elsewhere)).toHaveLength(1);
      expect(await list({ clinicId: clinic.id }, elsewhere)).toEqual([]);
    });
  });
});
