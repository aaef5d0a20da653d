import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { practices } from '../db/schema.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';
import type { Clinic } from './clinics.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const texts = { name: 'Morning surgery', hours: null, welcome: 'Have your medicines at hand.' };

onEachDatabase((open) => {
  let door: FrontDoor;
  let clinic: Clinic;
  let elsewhere: string;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
    elsewhere = await makePractice(door, 'Elm Tree Surgery', door.clock.now);
  });
  beforeEach(async () => {
    clinic = await door.clinics.create(door.practiceId, texts, system);
  });
  afterAll(() => door.close());

  /** Opens the clinic's own link, on a device that may have been here before. */
  async function call(known?: string, code = clinic.code): Promise<string> {
    const arrival = await door.clinics.arrive(code, known);
    if (!arrival.open) throw new Error('the clinic is closed at this time');
    return arrival.secret;
  }
  const consultationOf = async (secret: string) => (await door.entry.byLink(secret)).grant.consultationId;
  const appointment = (practiceId = door.practiceId) => {
    const expectedAt = door.clock.now + 10 * minute;
    return door.consultations.create({ practiceId, clinicianId: null, clinicianName: null, expectedAt, actor: system });
  };

  describe('[CLINIC-1] by a clinic’s own link', () => {
    it('every caller gets a consultation of their own, good for a day, with a link for the patient only', async () => {
      const secrets = await Promise.all([call(), call(), call()]);
      const ids = await Promise.all(secrets.map(consultationOf));
      expect(new Set(ids).size).toBe(3);
      for (const id of ids) {
        const { practiceId, now } = { practiceId: door.practiceId, ...door.clock };
        const whose = { clinicianId: null, clinicianName: null, expectedAt: null, patientName: null };
        expect(await door.consultationOf(id)).toMatchObject({
          practiceId,
          clinicId: clinic.id,
          ...whose,
          validUntil: now + day,
        });
        expect((await door.consultations.links(practiceId, id)).map(({ role }) => role)).toEqual(['patient']);
      }
    });

    it('a caller meets nobody else', async () => {
      const [mine, theirs] = [await call(), await call()];
      const { visit } = await door.arrive(mine);
      await door.arrive(theirs);
      expect((await door.visitsOf(visit.consultationId)).map(({ id }) => id)).toEqual([visit.id]);
    });

    it('a device comes back to its own, also when it has left, and when the clinic is closed by now', async () => {
      const secret = await call();
      expect(await call(secret)).toBe(secret);
      const { visit } = await door.arrive(secret);
      expect(await call(secret)).toBe(secret);
      await door.visits.leave(visit.id);
      expect(await call(secret)).toBe(secret);
      await door.clinics.change(door.practiceId, clinic.id, { ...texts, hours: [] }, system);
      expect(await call(secret)).toBe(secret);
    });

    it('a device with an appointment comes to that, once its link opens', async () => {
      const { patientSecret } = await appointment();
      expect(await call(patientSecret)).toBe(patientSecret);
      const inThreeDays = door.clock.now + 3 * day;
      const wanted = { practiceId: door.practiceId, clinicianId: null, clinicianName: null, actor: system };
      const later = await door.consultations.create({ ...wanted, expectedAt: inThreeDays });
      expect(await call(later.patientSecret)).not.toBe(later.patientSecret);
    });

    it('a device gets a new one after the end, after the time, and after having been sent away', async () => {
      const ended = await call();
      await door.consultations.end(door.practiceId, await consultationOf(ended), system);
      const expired = await call(ended);
      expect(expired).not.toBe(ended);
      door.clock.now += day;
      const removed = await call(expired);
      expect(removed).not.toBe(expired);
      const { visit } = await door.arrive(removed);
      const { id: staffId } = await door.hireClinician('Dr Asha Patel');
      await door.visits.removeFromDesk({ practiceId: door.practiceId, staffId }, visit.id);
      expect(await call(removed)).not.toBe(removed);
    });

    it('what a device knows of another practice, or made up, is nothing here', async () => {
      const theirs = await door.clinics.create(elsewhere, texts, system);
      const known = await call(undefined, theirs.code);
      const got = await call(known);
      expect(got).not.toBe(known);
      expect(await door.consultationOf(await consultationOf(got))).toMatchObject({ practiceId: door.practiceId });
      expect(await call('x'.repeat(22))).not.toBe('x'.repeat(22));
    });

    it('an unknown clinic is an unknown link', async () => {
      for (const code of ['0'.repeat(12), clinic.code.toUpperCase(), clinic.code.slice(1)]) {
        expect(await outcome(door.clinics.arrive(code))).toBe('link_unknown');
      }
    });

    it('codes differ, have no letters that are taken for others, and can be typed', async () => {
      const codes = await Promise.all(
        Array.from({ length: 20 }, async () => (await door.clinics.create(door.practiceId, texts, system)).code),
      );
      expect(new Set(codes).size).toBe(20);
      for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
    });
  });

  describe('[CLINIC-2] outside its hours', () => {
    // Monday from 8 to 12 and from 14 to 18.30.
    const hours = [
      { day: 1, from: 480, until: 720 },
      { day: 1, from: 840, until: 1110 },
    ];
    beforeEach(() => door.clinics.change(door.practiceId, clinic.id, { ...texts, hours }, system));
    const isOpenAt = async (time: string) => {
      door.clock.now = Date.parse(time);
      return (await door.clinics.arrive(clinic.code)).open;
    };

    it('callers are told when it is open, by whom and the telephone number, and nothing is made', async () => {
      await door.db.update(practices).set({ phone: '020 7946 0018' }).where(eq(practices.id, door.practiceId));
      door.clock.now = Date.parse('2026-01-05T07:59:59Z');
      const before = await door.newestLine();
      expect(await door.clinics.arrive(clinic.code)).toEqual({
        open: false,
        clinicName: 'Morning surgery',
        practice: { name: 'Willowbrook Surgery', phone: '020 7946 0018' },
        hours,
      });
      expect(await door.newestLine()).toEqual(before);
    });

    it('that is by the clocks of the practice, in winter and in summer', async () => {
      expect(await isOpenAt('2026-01-05T08:00:00Z')).toBe(true);
      expect(await isOpenAt('2026-01-05T12:00:00Z')).toBe(false);
      expect(await isOpenAt('2026-01-05T14:00:00Z')).toBe(true);
      expect(await isOpenAt('2026-07-06T07:00:00Z')).toBe(true);
      expect(await isOpenAt('2026-07-06T17:30:00Z')).toBe(false);
    });

    it('and of a practice elsewhere, by the clocks there', async () => {
      const there = eq(practices.id, door.practiceId);
      await door.db.update(practices).set({ timeZone: 'America/Toronto' }).where(there);
      expect(await isOpenAt('2026-01-05T08:00:00Z')).toBe(false);
      expect(await isOpenAt('2026-01-05T13:00:00Z')).toBe(true);
      await door.db.update(practices).set({ timeZone: 'Europe/London' }).where(there);
    });

    it('with no hours at all it is never open, and with none told it always is', async () => {
      await door.clinics.change(door.practiceId, clinic.id, { ...texts, hours: [] }, system);
      expect(await isOpenAt('2026-01-05T09:00:00Z')).toBe(false);
      await door.clinics.change(door.practiceId, clinic.id, texts, system);
      expect(await isOpenAt('2026-01-04T03:00:00Z')).toBe(true);
    });
  });

  describe('[CLINIC-3] a clinic', () => {
    it('is made and changed, and the trail knows by whom', async () => {
      const { id: staffId } = await door.hireClinician('Dr Asha Patel');
      const actor = { kind: 'staff', id: staffId } as const;
      const made = await door.clinics.create(door.practiceId, texts, actor);
      expect(await door.newestLine()).toMatchObject({ action: 'clinic_made', actorId: staffId });
      const changed = { name: 'Evening surgery', hours: [{ day: 1, from: 1080, until: 1440 }], welcome: null };
      await door.clinics.change(door.practiceId, made.id, changed, actor);
      expect(await door.newestLine()).toMatchObject({ action: 'clinic_changed', actorId: staffId });
      expect(await door.clinics.list(door.practiceId)).toContainEqual({ ...made, ...changed });
    });

    it('that is closed is an unknown link to everybody new, and nothing can be changed or made there', async () => {
      const { practiceId } = door;
      await door.clinics.close(practiceId, clinic.id, system);
      expect(await door.newestLine()).toMatchObject({ action: 'clinic_closed' });
      expect(await outcome(call())).toBe('link_unknown');
      expect((await door.clinics.list(practiceId)).map(({ id }) => id)).not.toContain(clinic.id);
      const wanted = { practiceId, clinicId: clinic.id, clinicianId: null, clinicianName: null, actor: system };
      expect(await outcome(door.consultations.create(wanted))).toBe('not_found');
      const tries = [
        door.clinics.get(practiceId, clinic.id),
        door.clinics.change(practiceId, clinic.id, texts, system),
        door.clinics.close(practiceId, clinic.id, system),
        door.clinics.runLate(practiceId, clinic.id, 20, system),
      ];
      expect(new Set(await Promise.all(tries.map(outcome)))).toEqual(new Set(['not_found']));
    });

    it('that is closed goes on for who waits there: the visit, the way back, and the admission', async () => {
      const secret = await call();
      const patient = await door.arrive(secret);
      await door.visits.checkIn(patient.visit.id, 'Ann Example');
      await door.clinics.close(door.practiceId, clinic.id, system);
      await door.visits.drop(patient.visit.id, patient.connectionId);
      expect((await door.arrive(secret)).visit).toMatchObject({ id: patient.visit.id, state: { phase: 'waiting' } });
      const { consultationId } = patient.visit;
      const { secret: forStaff } = await door.consultations.addLink(
        door.practiceId,
        consultationId,
        'clinician',
        system,
      );
      const clinician = await door.arrive(forStaff);
      await door.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example');
      expect(await door.phaseOf(patient.visit.id)).toBe('admitted');
    });

    it('of another practice looks as if it did not exist', async () => {
      const wanted = { practiceId: elsewhere, clinicianId: null, clinicianName: null, actor: system };
      for (const clinicId of [clinic.id, randomUUID()]) {
        const tries = [
          door.clinics.get(elsewhere, clinicId),
          door.clinics.change(elsewhere, clinicId, { ...texts, name: 'Taken' }, system),
          door.clinics.close(elsewhere, clinicId, system),
          door.clinics.runLate(elsewhere, clinicId, 20, system),
          door.consultations.create({ ...wanted, clinicId }),
        ];
        expect(new Set(await Promise.all(tries.map(outcome)))).toEqual(new Set(['not_found']));
      }
      expect((await door.clinics.list(elsewhere)).map(({ id }) => id)).not.toContain(clinic.id);
      expect(await door.clinics.get(door.practiceId, clinic.id)).toEqual(clinic);
    });
  });

  it('[CLINIC-4] of many appointments all are made or none', async () => {
    const before = await door.newestLine();
    const wanted = { practiceId: door.practiceId, clinicianId: null, clinicianName: null, actor: system };
    const good = { ...wanted, clinicId: clinic.id, expectedAt: door.clock.now + minute };
    const bad = { ...good, expectedAt: door.clock.now + 61 * day };
    const announced = door.announced.length;
    expect(await outcome(door.consultations.createAll([good, good, bad]))).toBe('bad_request');
    expect(await outcome(door.consultations.createAll([good, { ...good, clinicId: randomUUID() }]))).toBe('not_found');
    expect(await door.newestLine()).toEqual(before);
    expect(door.announced).toHaveLength(announced);
    expect(await door.consultations.createAll([good, good])).toHaveLength(2);
    expect(door.announced).toHaveLength(announced + 2);
  });
});
