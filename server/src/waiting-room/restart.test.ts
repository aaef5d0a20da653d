import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, outcome } from '../testing/front-door.ts';

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  afterAll(() => door.close());

  describe('[VISIT-5] after the server died', () => {
    it('whoever was connected is dropped, in the phase they were in', async () => {
      const { links, clinician, patient } = await door.inCall();
      const guest = await door.arrive(links.patientSecret, 'guest');
      const before = await door.visitsOf(links.id);
      door.clock.now += 7000;
      door = await door.restart();
      const after = await door.visitsOf(links.id);
      expect(after).toEqual(
        before.map((visit) => ({ ...visit, state: { ...visit.state, droppedAt: door.clock.now } })),
      );
      expect(new Set(after.map(({ id }) => id))).toEqual(
        new Set([clinician, patient, guest].map(({ visit }) => visit.id)),
      );
    });

    it('whoever was away, gone or sent away is as before', async () => {
      const { links, clinician, patient } = await door.inCall();
      const [away, gone, removed] = [
        await door.arrive(links.patientSecret, 'guest'),
        await door.arrive(links.patientSecret, 'guest'),
        await door.arrive(links.patientSecret, 'guest'),
      ];
      await door.visits.drop(away.visit.id, away.connectionId);
      await door.visits.leave(gone.visit.id);
      await door.visits.remove(clinician.visit.id, removed.visit.id);
      await door.visits.drop(patient.visit.id, patient.connectionId);
      await door.visits.drop(clinician.visit.id, clinician.connectionId);
      const before = await door.visitsOf(links.id);
      const lines = (await door.trailOf(links.id)).length;
      door.clock.now += 7000;
      door = await door.restart();
      expect(await door.visitsOf(links.id)).toEqual(before);
      expect(await door.trailOf(links.id)).toHaveLength(lines);
    });

    it('the trail says so of each, and that it was nobody', async () => {
      const { links, patient } = await door.inCall();
      door = await door.restart();
      const dropped = (await door.trailOf(links.id)).filter(({ action }) => action === 'dropped');
      expect(dropped).toMatchObject([{ actorKind: 'system' }, { actorKind: 'system' }]);
      expect(dropped.map(({ visitId }) => visitId)).toContain(patient.visit.id);
    });

    it('everybody comes back by what they hold, to where they were', async () => {
      const { links, clinician, patient } = await door.inCall();
      door = await door.restart();
      expect((await door.comeBack(patient.resumeSecret!)).visit.state).toMatchObject({
        phase: 'in_call',
        droppedAt: null,
      });
      expect((await door.comeBack(clinician.resumeSecret!)).visit.state.phase).toBe('in_call');
      expect(await outcome(door.arrive(links.patientSecret, 'guest'))).toBe('accepted');
    });

    it('whoever waits keeps the place, and is admitted only once back', async () => {
      const { clinician, patient } = await door.waiting();
      const { arrivedAt } = patient.visit;
      door.clock.now += 60_000;
      door = await door.restart();
      await door.comeBack(clinician.resumeSecret!);
      const admit = () => outcome(door.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example'));
      expect(await admit()).toBe('person_away');
      const back = await door.comeBack(patient.resumeSecret!);
      expect(back.visit).toMatchObject({ arrivedAt, state: { phase: 'waiting', arrivedAt, name: 'Ann Example' } });
      expect(await admit()).toBe('accepted');
    });

    it('a connection that the dead server held means nothing to the new one', async () => {
      const { patient } = await door.inCall();
      door = await door.restart();
      await door.comeBack(patient.resumeSecret!);
      expect(await outcome(door.visits.drop(patient.visit.id, patient.connectionId))).toBe('taken_over');
    });

    it('used room tokens are still used', async () => {
      const tokenId = crypto.randomUUID();
      const expiresAt = door.clock.now + 60_000;
      await door.arrivals.useUp(tokenId, expiresAt);
      door = await door.restart();
      expect(await outcome(door.arrivals.useUp(tokenId, expiresAt))).toBe('token_used');
    });
  });
});
