import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClinics } from '../clinics/clinics.ts';
import { practices } from '../db/schema.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';
import { markNoShow } from './no-show.ts';
import { loadRoom } from './view.ts';
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
  const actionsOf = async (consultationId: string) => (await door.trailOf(consultationId)).map(({ action }) => action);
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

  describe('[DESK-2] messages', () => {
    const shownIn = async (consultationId: string) => (await loadRoom(door.db, consultationId)).messages;
    const reply = (visitId: string, consultationId: string, text = 'I am ready.') =>
      outcome(door.messages.fromVisitor(visitId, consultationId, text));

    it('of staff and of who waits are read in their order, with who wrote them', async () => {
      const { links, patient } = await door.waiting();
      await door.messages.fromDesk(desk, links.id, { template: 'soon' });
      later(1000);
      expect(await reply(patient.visit.id, links.id)).toBe('accepted');
      later(1000);
      await door.messages.fromDesk(desk, links.id, { text: 'Please sit\nby a window.' });
      expect(await shownIn(links.id)).toMatchObject([
        { from: 'practice', by: 'Jo Okafor', template: 'soon', text: null },
        { from: 'patient', by: null, template: null, text: 'I am ready.' },
        { from: 'practice', by: 'Jo Okafor', template: null, text: 'Please sit\nby a window.' },
      ]);
      const sent = (await door.trailOf(links.id)).filter(({ action }) => action === 'message_sent');
      expect(sent.map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([
        ['staff', desk.staffId],
        ['visit', patient.visit.id],
        ['staff', desk.staffId],
      ]);
      expect(JSON.stringify(sent)).not.toMatch(/ready|window/);
    });

    it('of another consultation are not among them', async () => {
      const [here, there] = [await door.waiting(), await door.waiting()];
      await door.messages.fromDesk(desk, there.links.id, { template: 'soon' });
      expect(await shownIn(here.links.id)).toEqual([]);
    });

    it('may be sent before anybody came, and not after the end', async () => {
      const { id } = await door.consultation();
      await door.messages.fromDesk(desk, id, { template: 'running_late' });
      await door.consultations.end(door.practiceId, id, system);
      expect(await outcome(door.messages.fromDesk(desk, id, { template: 'soon' }))).toBe('consultation_ended');
      expect(await shownIn(id)).toHaveLength(1);
    });

    it('of another practice’s staff are refused', async () => {
      const { links } = await door.waiting();
      expect(await outcome(door.messages.fromDesk(elsewhere, links.id, { template: 'soon' }))).toBe('not_found');
      expect(await shownIn(links.id)).toEqual([]);
    });

    it('are answered by who is on hold too, and neither in the call nor after the visit', async () => {
      const { links, clinician, patient } = await door.inCall();
      const { id } = patient.visit;
      expect(await reply(id, links.id)).toBe('wrong_state');
      await door.visits.hold(clinician.visit.id, id);
      expect(await reply(id, links.id)).toBe('accepted');
      await door.visits.leave(id);
      expect(await reply(id, links.id)).toBe('wrong_state');
      expect(await reply(randomUUID(), links.id)).toBe('wrong_state');
      expect(await shownIn(links.id)).toHaveLength(1);
    });

    it('are answered only where the practice allows it', async () => {
      const { links, patient } = await door.waiting();
      const here = eq(practices.id, door.practiceId);
      await door.db.update(practices).set({ repliesAllowed: false }).where(here);
      expect(await reply(patient.visit.id, links.id)).toBe('forbidden');
      await door.db.update(practices).set({ repliesAllowed: true }).where(here);
      expect(await shownIn(links.id)).toEqual([]);
    });

    it('are 200 in a consultation at most, of which the last 20 are shown', async () => {
      const { links, patient } = await door.waiting();
      for (let sent = 1; sent <= 200; sent++) {
        later(1000);
        await door.messages.fromDesk(desk, links.id, { text: `Number ${sent}` });
      }
      expect(await reply(patient.visit.id, links.id)).toBe('too_many_requests');
      expect(await outcome(door.messages.fromDesk(desk, links.id, { template: 'soon' }))).toBe('too_many_requests');
      const texts = Array.from({ length: 20 }, (_, index) => `Number ${181 + index}`);
      expect((await shownIn(links.id)).map(({ text }) => text)).toEqual(texts);
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
