import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, outcome } from '../testing/front-door.ts';

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  afterAll(() => door.close());

  const later = (ms: number) => (door.clock.now += ms);
  const linesOf = async (consultationId: string, visitId: string) =>
    (await door.trailOf(consultationId)).filter((line) => line.visitId === visitId).map(({ action }) => action);

  /** A call with the patient on hold in it. */
  async function held() {
    const parts = await door.inCall();
    const { clinician, patient } = parts;
    later(60_000);
    const { state } = await door.visits.hold(clinician.visit.id, patient.visit.id);
    return { ...parts, id: patient.visit.id, state };
  }

  describe('[DESK-3] somebody on hold', () => {
    it('keeps name, arrival and place, and is brought back without another admission', async () => {
      const { clinician, patient, id, links } = await held();
      const { arrivedAt } = patient.visit;
      const kept = { name: 'Ann Example', arrivedAt, placeSince: arrivedAt, droppedAt: null };
      expect(await door.visits.get(id)).toMatchObject({ state: { phase: 'held', heldAt: door.clock.now, ...kept } });
      expect(door.announced.at(-1)).toMatchObject({ mediaClosed: [id], dismissed: [] });
      later(60_000);
      const back = await door.visits.bringBack(clinician.visit.id, id);
      expect(back.state).toMatchObject({ phase: 'admitted', admittedAt: door.clock.now, ...kept });
      await door.visits.join(id);
      const lines = await linesOf(links.id, id);
      expect(lines).toEqual(['arrived', 'checked_in', 'admitted', 'joined', 'held', 'brought_back', 'joined']);
    });

    it('stands in the trail by who did it', async () => {
      const { clinician, id, links } = await held();
      await door.visits.bringBack(clinician.visit.id, id);
      const [actorKind, actorId] = ['visit', clinician.visit.id];
      const done = (await door.trailOf(links.id)).filter(({ action }) => ['held', 'brought_back'].includes(action));
      expect(done).toMatchObject([
        { action: 'held', visitId: id, actorKind, actorId },
        { action: 'brought_back', visitId: id, actorKind, actorId },
      ]);
    });

    it('comes back to being held on the same device, after any while', async () => {
      const { patient, id, state } = await held();
      await door.visits.drop(id, patient.connectionId);
      later(3 * 3_600_000);
      const back = await door.comeBack(patient.resumeSecret!);
      expect(back.visit).toMatchObject({ id, state: { ...state, droppedAt: null } });
    });

    it('[ADMIT-4] is in the waiting room on another device with the link, and no longer to be brought back', async () => {
      const { links, clinician, patient, id } = await held();
      expect(await outcome(door.arrive(links.patientSecret))).toBe('link_in_use');
      const other = await door.arrive(links.patientSecret, 'this_device');
      const { arrivedAt } = patient.visit;
      const waiting = { phase: 'waiting', name: 'Ann Example', arrivedAt, placeSince: arrivedAt };
      expect(other.visit).toMatchObject({ id, state: waiting });
      expect(door.announced.at(-1)).toMatchObject({ consultationId: links.id });
      expect(await outcome(door.visits.bringBack(clinician.visit.id, id))).toBe('wrong_state');
      expect(await outcome(door.comeBack(patient.resumeSecret!))).toBe('resume_invalid');
    });

    it('is not brought back while away, and is once there again', async () => {
      const { clinician, patient, id } = await held();
      await door.visits.drop(id, patient.connectionId);
      expect(await outcome(door.visits.bringBack(clinician.visit.id, id))).toBe('person_away');
      await door.comeBack(patient.resumeSecret!);
      expect(await outcome(door.visits.bringBack(clinician.visit.id, id))).toBe('accepted');
    });

    it('cannot join, be held twice, or be admitted, and nobody is held who is not in the call', async () => {
      const { clinician, id, state } = await held();
      const by = clinician.visit.id;
      expect(await outcome(door.visits.join(id))).toBe('not_admitted');
      expect(await outcome(door.visits.hold(by, id))).toBe('wrong_state');
      expect(await outcome(door.visits.admit(by, id, 'Ann Example'))).toBe('wrong_state');
      expect((await door.visits.get(id)).state).toEqual(state);
      const waiting = await door.waiting();
      expect(await outcome(door.visits.hold(waiting.clinician.visit.id, waiting.patient.visit.id))).toBe('wrong_state');
    });

    it('is brought back once, by one of two who try at the same moment', async () => {
      const { clinician, id, links } = await held();
      const both = await Promise.all([1, 2].map(() => outcome(door.visits.bringBack(clinician.visit.id, id))));
      expect(both.toSorted()).toEqual(['accepted', 'wrong_state']);
      expect((await linesOf(links.id, id)).filter((action) => action === 'brought_back')).toHaveLength(1);
    });

    it('is still held after the server died', async () => {
      const { patient, id, state } = await held();
      door = await door.restart();
      expect((await door.visits.get(id)).state).toEqual({ ...state, droppedAt: door.clock.now });
      const { visit } = await door.comeBack(patient.resumeSecret!);
      expect(visit.state).toEqual(state);
    });
  });

  describe('[DESK-4] somebody who is sent back', () => {
    it.each(['in the call', 'on hold'])('waits at the old place, and is admitted like anybody: %s', async (from) => {
      const { links, clinician, patient } = await door.inCall();
      const [by, id] = [clinician.visit.id, patient.visit.id];
      if (from === 'on hold') await door.visits.hold(by, id);
      later(60_000);
      const { state } = await door.visits.returnToWaiting(by, id);
      const { arrivedAt } = patient.visit;
      const place = { arrivedAt, placeSince: arrivedAt };
      expect(state).toMatchObject({ phase: 'waiting', name: 'Ann Example', waitingSince: door.clock.now, ...place });
      expect(door.announced.at(-1)).toMatchObject({ mediaClosed: [id], dismissed: [] });
      expect(await outcome(door.visits.join(id))).toBe('not_admitted');
      expect(await outcome(door.visits.bringBack(by, id))).toBe('wrong_state');
      expect(await outcome(door.visits.admit(by, id, 'Ann Example'))).toBe('accepted');
      const lines = await linesOf(links.id, id);
      expect(lines.slice(-2)).toEqual(['returned_to_waiting', 'admitted']);
    });
  });

  it('[DESK-3] [DESK-4] only a clinician in the call of that same consultation does any of it', async () => {
    const { links, clinician, patient } = await door.inCall();
    const elsewhere = await door.inCall();
    const guest = await door.arrive(links.patientSecret, 'guest');
    const { id } = patient.visit;
    const tries = (by: string) =>
      Promise.all([
        outcome(door.visits.hold(by, id)),
        outcome(door.visits.bringBack(by, id)),
        outcome(door.visits.returnToWaiting(by, id)),
      ]);
    expect(await tries(id)).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(await tries(guest.visit.id)).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(await tries(elsewhere.clinician.visit.id)).toEqual(['not_found', 'not_found', 'not_found']);
    expect(await outcome(door.visits.hold(clinician.visit.id, clinician.visit.id))).toBe('forbidden');
    expect(await door.phaseOf(id)).toBe('in_call');
  });
});
