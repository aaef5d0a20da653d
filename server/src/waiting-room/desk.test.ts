import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClinics } from '../clinics/clinics.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';
import { markNoShow } from './no-show.ts';
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
  const actionsOf = async (consultationId: string) => (await door.trailOf(consultationId)).map(({ action }) => action);
  const clinicNamed = (name: string, practiceId = door.practiceId) =>
    door.clinics.create(practiceId, { name, hours: null, welcome: null }, system);

  describe('[DESK-6] staff at the desk', () => {
    it('remove somebody, with a reason that stands in the trail', async () => {
      const { links, patient } = await door.waiting();
      await door.visits.removeFromDesk(desk, patient.visit.id, 'came by mistake');
      expect(await door.phaseOf(patient.visit.id)).toBe('removed');
      expect(door.announced.at(-1)).toMatchObject({
        dismissed: [{ visitId: patient.visit.id, code: 'visit_removed' }],
      });
      const removed = (await door.trailOf(links.id)).filter(({ action }) => action === 'removed');
      expect(removed).toMatchObject([{ actorKind: 'staff', actorId: desk.staffId, reason: 'came by mistake' }]);
      expect(await outcome(door.arrive(links.patientSecret))).toBe('link_revoked');
      expect(await outcome(door.comeBack(patient.resumeSecret!))).toBe('resume_invalid');
    });

    it('remove no clinician, and nobody of another practice', async () => {
      const { clinician, patient } = await door.waiting();
      expect(await outcome(door.visits.removeFromDesk(desk, clinician.visit.id))).toBe('forbidden');
      expect(await outcome(door.visits.removeFromDesk(elsewhere, patient.visit.id))).toBe('not_found');
      expect(await outcome(door.visits.removeFromDesk(desk, randomUUID()))).toBe('not_found');
      expect(await door.phaseOf(patient.visit.id)).toBe('waiting');
    });
  });

  describe('[DESK-7] a no-show', () => {
    const mark = (consultationId: string, noShow: boolean, practiceId = door.practiceId) => {
      const actor = { kind: 'staff', id: desk.staffId } as const;
      return markNoShow(door.db, { practiceId, actor, at: door.clock.now }, consultationId, noShow);
    };
    const noShowOf = async (id: string) => (await door.consultationOf(id)).noShowAt;

    it('is a mark with its time, which leaves the link as good as it was', async () => {
      const { id, patientSecret } = await door.consultation();
      await mark(id, true);
      expect(await noShowOf(id)).toBe(door.clock.now);
      expect((await door.entry.byLink(patientSecret)).role).toBe('patient');
      expect(await actionsOf(id)).toContain('no_show');
    });

    it('is lifted by staff; and saying either twice changes nothing', async () => {
      const { id } = await door.consultation();
      await mark(id, false);
      expect(await actionsOf(id)).not.toContain('no_show_lifted');
      await mark(id, true);
      const since = await noShowOf(id);
      later(minute);
      await mark(id, true);
      expect(await noShowOf(id)).toBe(since);
      await mark(id, false);
      expect(await noShowOf(id)).toBeNull();
      expect((await actionsOf(id)).slice(-2)).toEqual(['no_show', 'no_show_lifted']);
    });

    it('is lifted by coming after all, and not by the clinician’s coming', async () => {
      const { id, patientSecret, clinicianSecret } = await door.consultation();
      await mark(id, true);
      await door.arrive(clinicianSecret);
      expect(await noShowOf(id)).not.toBeNull();
      const { visit } = await door.arrive(patientSecret);
      expect(await noShowOf(id)).toBeNull();
      const lifted = (await door.trailOf(id)).find(({ action }) => action === 'no_show_lifted');
      expect(lifted).toMatchObject({ actorKind: 'visit', actorId: visit.id });
    });

    it('is refused while the patient or a guest is there, and not once they have gone', async () => {
      for (const enterAs of [undefined, 'guest'] as const) {
        const { id, patientSecret } = await door.consultation();
        const { visit, connectionId } = await door.arrive(patientSecret, enterAs);
        expect(await outcome(mark(id, true))).toBe('wrong_state');
        expect(await noShowOf(id)).toBeNull();
        await door.visits.drop(visit.id, connectionId);
        expect(await outcome(mark(id, true))).toBe('accepted');
        expect(await outcome(mark(id, false))).toBe('accepted');
      }
    });

    it('is refused after the end, and for another practice', async () => {
      const { id } = await door.consultation();
      for (const noShow of [true, false])
        expect(await outcome(mark(id, noShow, elsewhere.practiceId))).toBe('not_found');
      await door.consultations.end(door.practiceId, id, system);
      expect(await outcome(mark(id, true))).toBe('consultation_ended');
      expect(await noShowOf(id)).toBeNull();
    });
  });

  describe('[DESK-8] ringing somebody up', () => {
    const ringingSince = async (visitId: string) => (await door.visits.get(visitId)).ringingSince;

    it('is told to the person with its beginning, stands in the trail, and is over when staff say so', async () => {
      const { links, patient } = await door.waiting();
      const { id } = patient.visit;
      const began = door.clock.now;
      await door.visits.ring(desk, id, true);
      later(minute);
      await door.visits.ring(desk, id, true);
      expect(await ringingSince(id)).toBe(began);
      expect(door.announced.at(-1)).toMatchObject({ consultationId: links.id });
      await door.visits.ring(desk, id, false);
      expect(await ringingSince(id)).toBeNull();
      const rung = (await door.trailOf(links.id)).filter(({ action }) => /rung|ringing/.test(action));
      expect(rung.map(({ action, actorId }) => [action, actorId])).toEqual([
        ['rung_up', desk.staffId],
        ['rung_up', desk.staffId],
        ['ringing_stopped', desk.staffId],
      ]);
    });

    it('is possible for who has lost the connection, and over with the admission', async () => {
      const { clinician, patient } = await door.waiting();
      const { id } = patient.visit;
      await door.visits.drop(id, patient.connectionId);
      await door.visits.ring(desk, id, true);
      await door.comeBack(patient.resumeSecret!);
      expect(await ringingSince(id)).not.toBeNull();
      await door.visits.admit(clinician.visit.id, id, 'Ann Example');
      expect(await ringingSince(id)).toBeNull();
    });

    it('is refused in the call, after the visit, for clinicians, and for another practice', async () => {
      const { clinician, patient } = await door.inCall();
      const tried = (visitId: string, by = desk) => outcome(door.visits.ring(by, visitId, true));
      expect(await tried(patient.visit.id)).toBe('wrong_state');
      expect(await tried(clinician.visit.id)).toBe('forbidden');
      const waits = (await door.waiting()).patient.visit.id;
      expect(await tried(waits, elsewhere)).toBe('not_found');
      expect(await ringingSince(waits)).toBeNull();
      await door.visits.leave(waits);
      expect(await tried(waits)).toBe('wrong_state');
    });
  });

  it('[DESK-8] [CLINIC-4] what came to nothing is ended from the desk, unless somebody is in the call', async () => {
    const { links, patient } = await door.inCall();
    const finish = (id: string, practiceId = door.practiceId) =>
      outcome(door.consultations.end(practiceId, id, system, { unlessInCall: true }));
    expect(await finish(links.id)).toBe('wrong_state');
    expect(await door.phaseOf(patient.visit.id)).toBe('in_call');
    const waiting = await door.waiting();
    expect(await finish(waiting.links.id, elsewhere.practiceId)).toBe('not_found');
    expect(await finish(waiting.links.id)).toBe('accepted');
    expect(await door.phaseOf(waiting.patient.visit.id)).toBe('ended');
    expect(await outcome(door.entry.byLink(waiting.links.patientSecret))).toBe('consultation_ended');
  });

  it('[CLINIC-3] staff say how late a clinic runs, and since when, and that it is on time again', async () => {
    const { id } = await clinicNamed('Late surgery');
    const actor = { kind: 'staff', id: desk.staffId } as const;
    await door.clinics.runLate(door.practiceId, id, 20, actor);
    const lateness = async () => (await loadClinics(door.db, door.practiceId)).find((clinic) => clinic.id === id);
    expect(await lateness()).toMatchObject({ lateMinutes: 20, lateSince: door.clock.now });
    expect(await door.newestLine()).toMatchObject({ action: 'clinic_late', actorId: desk.staffId });
    await door.clinics.runLate(door.practiceId, id, null, actor);
    expect(await lateness()).toMatchObject({ lateMinutes: null, lateSince: null });
    expect(await door.newestLine()).toMatchObject({ action: 'clinic_on_time' });
  });
});
