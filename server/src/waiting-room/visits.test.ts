import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../identity/secrets.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, outcome, system } from '../testing/front-door.ts';

const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const count = (outcomes: string[], wanted: string) => outcomes.filter((one) => one === wanted).length;

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  afterAll(() => door.close());

  describe('of several who come at the same moment', () => {
    it('[LINK-4] one is the patient, and the others are asked', async () => {
      const { id, patientSecret } = await door.consultation();
      const outcomes = await atOnce(6, () => outcome(door.arrive(patientSecret)));
      expect(count(outcomes, 'accepted')).toBe(1);
      expect(count(outcomes, 'link_in_use')).toBe(5);
      expect(await door.visitsOf(id)).toMatchObject([{ role: 'patient' }]);
    });

    it('[RESUME-3] one holds the visit, when all of them move it to their device', async () => {
      const { id, patientSecret } = await door.consultation();
      const arrivals = await atOnce(6, () => door.arrive(patientSecret, 'this_device'));
      const [patient, ...others] = await door.visitsOf(id);
      expect(others).toEqual([]);
      const holders = arrivals.filter(({ connectionId }) => connectionId === patient!.connectionId);
      expect(holders.map(({ resumeSecret }) => hashSecret(resumeSecret!))).toEqual([patient!.resumeHash]);
    });

    it('[CALL-3] eight are let in as guests, and the ninth is not', async () => {
      const { id, patientSecret } = await door.consultation();
      const outcomes = await atOnce(9, () => outcome(door.arrive(patientSecret, 'guest')));
      expect(count(outcomes, 'accepted')).toBe(8);
      expect(count(outcomes, 'consultation_full')).toBe(1);
      const [guest] = await door.visitsOf(id);
      await door.visits.leave(guest!.id);
      expect(await outcome(door.arrive(patientSecret, 'guest'))).toBe('accepted');
    });

    it('[VISIT-1] one clinician admits, and the other hears that it was done', async () => {
      const { links, clinician, patient } = await door.waiting();
      const { secret } = await door.consultations.addLink(door.practiceId, links.id, 'clinician', system);
      const colleague = await door.arrive(secret);
      const outcomes = await atOnce(4, (index) =>
        outcome(door.visits.admit([clinician, colleague][index % 2]!.visit.id, patient.visit.id, 'Ann Example')),
      );
      expect(count(outcomes, 'accepted')).toBe(1);
      expect(count(outcomes, 'wrong_state')).toBe(3);
      const admitted = (await door.trailOf(links.id)).filter(({ action }) => action === 'admitted');
      expect(admitted).toHaveLength(1);
    });

    it('[CALL-4] nobody is let in once it has ended, in whichever order it happens', async () => {
      const { links, clinician, patient } = await door.waiting();
      await Promise.all([
        outcome(door.arrive(links.patientSecret, 'guest')),
        outcome(door.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example')),
        door.consultations.end(door.practiceId, links.id, system),
        outcome(door.comeBack(patient.resumeSecret!)),
        outcome(door.visits.join(clinician.visit.id)),
      ]);
      const phases = (await door.visitsOf(links.id)).map(({ state }) => state.phase);
      expect(new Set(phases)).toEqual(new Set(['ended']));
    });
  });

  describe('a room token', () => {
    const inAMinute = () => door.clock.now + 60_000;

    it('[TOKEN-2] is used up once, also when many try at the same moment', async () => {
      const tokenId = randomUUID();
      const outcomes = await atOnce(8, () => outcome(door.arrivals.useUp(tokenId, inAMinute())));
      expect(count(outcomes, 'accepted')).toBe(1);
      expect(count(outcomes, 'token_used')).toBe(7);
    });

    it('[TOKEN-2] is remembered for as long as it would have been good', async () => {
      const tokenId = randomUUID();
      const expiresAt = inAMinute();
      await door.arrivals.useUp(tokenId, expiresAt);
      door.clock.now = expiresAt;
      await door.arrivals.useUp(randomUUID(), inAMinute());
      expect(await outcome(door.arrivals.useUp(tokenId, expiresAt))).toBe('token_used');
    });

    it('[TOKEN-3] for another consultation or another role than its link has opens nothing', async () => {
      const here = await door.consultation();
      const there = await door.consultation();
      const { grant } = await door.entry.byLink(here.patientSecret);
      for (const forged of [
        { ...grant, consultationId: there.id },
        { ...grant, role: 'clinician' as const },
        { ...grant, linkId: randomUUID() },
      ]) {
        expect(await outcome(door.arrivals.enter(forged))).toBe('token_invalid');
      }
      const elsewhere = { ...grant, consultationId: randomUUID() };
      expect(await outcome(door.arrivals.enter(elsewhere))).toBe('not_found');
      expect([...(await door.visitsOf(here.id)), ...(await door.visitsOf(there.id))]).toEqual([]);
    });

    it('[TOKEN-3] of an account opens its own practice, until the account is shut', async () => {
      const { id } = await door.consultation();
      const { id: staffId } = await door.hireClinician('Dr Jo Okafor');
      const grant = { by: 'staff', staffId, consultationId: id } as const;
      expect(await outcome(door.arrivals.enter(grant))).toBe('accepted');
      await door.shutAccount(staffId);
      expect(await outcome(door.arrivals.enter(grant))).toBe('not_signed_in');
      const stranger = { ...grant, staffId: randomUUID() };
      expect(await outcome(door.arrivals.enter(stranger))).toBe('not_signed_in');
    });
  });

  describe('coming back', () => {
    it('[RESUME-1] leads the same device to the same visit and phase, after any while', async () => {
      const { links, patient } = await door.inCall();
      const { id } = patient.visit;
      await door.visits.drop(id, patient.connectionId);
      door.clock.now += 3 * 3_600_000;
      const back = await door.comeBack(patient.resumeSecret!);
      expect(back.visit).toMatchObject({ id, state: { phase: 'in_call', name: 'Ann Example', droppedAt: null } });
      expect(back.resumeSecret).toBeNull();
      expect(await door.visitsOf(links.id)).toHaveLength(2);
    });

    it('[RESUME-1] also leads a clinician back, but not one whose account is shut', async () => {
      const { id } = await door.consultation();
      const { id: staffId } = await door.hireClinician('Dr Jo Okafor');
      const { resumeSecret, visit } = await door.arrivals.enter({ by: 'staff', staffId, consultationId: id });
      expect((await door.comeBack(resumeSecret!, staffId)).visit.id).toBe(visit.id);
      await door.shutAccount(staffId);
      expect(await outcome(door.comeBack(resumeSecret!, staffId))).toBe('not_signed_in');
    });

    it('[RESUME-5] leads no other account back on a shared browser, nor nobody', async () => {
      const { id } = await door.consultation();
      const { id: staffId } = await door.hireClinician('Dr Jo Okafor');
      const { id: colleague } = await door.hireClinician('Dr Sam Reed');
      const { resumeSecret } = await door.arrivals.enter({ by: 'staff', staffId, consultationId: id });
      expect(await outcome(door.comeBack(resumeSecret!, colleague))).toBe('resume_invalid');
      expect(await outcome(door.comeBack(resumeSecret!))).toBe('resume_invalid');
      expect(await outcome(door.comeBack(resumeSecret!, staffId))).toBe('accepted');
    });

    it.each(['leave', 'remove', 'end', 'move'] as const)(
      '[RESUME-2] by a resume secret is over after: %s',
      async (what) => {
        const { links, clinician, patient } = await door.inCall();
        const { grant } = await door.entry.byResume(patient.resumeSecret!);
        const { id } = patient.visit;
        if (what === 'leave') await door.visits.leave(id);
        if (what === 'remove') await door.visits.remove(clinician.visit.id, id);
        if (what === 'end') await door.consultations.end(door.practiceId, links.id, system);
        if (what === 'move') await door.arrive(links.patientSecret, 'this_device');
        expect(await outcome(door.comeBack(patient.resumeSecret!))).toBe('resume_invalid');
        expect(await door.newestLine()).toMatchObject({ action: 'refused', reason: 'resume_invalid' });
        const late = what === 'end' ? 'consultation_ended' : 'resume_invalid';
        expect(await outcome(door.arrivals.enter(grant))).toBe(late);
      },
    );

    it('[RESUME-3] takes the visit over, and the end of the older connection means nothing any more', async () => {
      const { patient } = await door.inCall();
      const newer = await door.comeBack(patient.resumeSecret!);
      expect(await outcome(door.visits.drop(patient.visit.id, patient.connectionId))).toBe('taken_over');
      expect((await door.visits.get(patient.visit.id)).state).toMatchObject({ droppedAt: null });
      expect(await outcome(door.visits.drop(patient.visit.id, newer.connectionId))).toBe('accepted');
    });

    it('[ADMIT-4] by the link from another device leads to the waiting room', async () => {
      const { links, patient } = await door.inCall();
      await door.visits.drop(patient.visit.id, patient.connectionId);
      const other = await door.arrive(links.patientSecret);
      expect(other.visit).toMatchObject({ id: patient.visit.id, state: { phase: 'waiting', name: 'Ann Example' } });
      expect(other.resumeSecret).not.toBeNull();
    });
  });

  describe('removal', () => {
    it('[VISIT-3] shuts every way back, and the end does not undo it', async () => {
      const { links, clinician, patient } = await door.inCall();
      const { id } = patient.visit;
      const early = [
        await door.entry.byLink(links.patientSecret, 'this_device'),
        await door.entry.byResume(patient.resumeSecret!),
      ];
      await door.visits.remove(clinician.visit.id, id);
      for (const { grant } of early) expect(await outcome(door.arrivals.enter(grant))).not.toBe('accepted');
      expect(await outcome(door.arrive(links.patientSecret))).toBe('link_revoked');
      expect(await outcome(door.arrive(links.patientSecret, 'guest'))).toBe('link_revoked');
      expect(await outcome(door.visits.checkIn(id, 'Bob Example'))).toBe('visit_removed');
      expect(await outcome(door.visits.admit(clinician.visit.id, id, 'Ann Example'))).toBe('visit_removed');
      expect(await outcome(door.visits.join(id))).toBe('visit_removed');
      await door.consultations.end(door.practiceId, links.id, system);
      expect(await door.phaseOf(id)).toBe('removed');
    });

    it('[CALL-5] leaves the others where they are, and makes room for another patient by a new link', async () => {
      const { links, clinician, patient } = await door.inCall();
      await door.visits.remove(clinician.visit.id, patient.visit.id);
      expect(await door.phaseOf(clinician.visit.id)).toBe('in_call');
      const { secret } = await door.consultations.addLink(door.practiceId, links.id, 'patient', system);
      const next = await door.arrive(secret);
      expect(next.visit).toMatchObject({ role: 'patient', state: { phase: 'arrived' } });
      expect(next.visit.id).not.toBe(patient.visit.id);
    });

    it('[ADMIT-1] and admission are for a clinician in the call of that same consultation', async () => {
      const { links, clinician, patient } = await door.waiting();
      const elsewhere = await door.inCall();
      const guest = await door.arrive(links.patientSecret, 'guest');
      const { id } = patient.visit;
      const tries = (by: string, subject = id) =>
        Promise.all([outcome(door.visits.admit(by, subject, 'Ann Example')), outcome(door.visits.remove(by, subject))]);
      expect(await tries(id)).toEqual(['forbidden', 'forbidden']);
      expect(await tries(guest.visit.id)).toEqual(['forbidden', 'forbidden']);
      expect(await tries(elsewhere.clinician.visit.id)).toEqual(['not_found', 'not_found']);
      expect(await tries(randomUUID())).toEqual(['not_found', 'not_found']);
      expect(await tries(clinician.visit.id, clinician.visit.id)).toEqual(['forbidden', 'forbidden']);
      expect(await tries(clinician.visit.id, randomUUID())).toEqual(['not_found', 'not_found']);
      await door.visits.leave(clinician.visit.id);
      expect(await tries(clinician.visit.id)).toEqual(['forbidden', 'forbidden']);
      expect(await door.phaseOf(id)).toBe('waiting');
    });
  });

  it('[VISIT-4] the end ends every visit, whatever its phase, once', async () => {
    const { links, clinician, patient } = await door.inCall();
    const guests = await atOnce(3, () => door.arrive(links.patientSecret, 'guest'));
    await door.visits.checkIn(guests[0]!.visit.id, 'Bob Example');
    await door.visits.leave(guests[1]!.visit.id);
    await door.visits.drop(guests[2]!.visit.id, guests[2]!.connectionId);
    await door.consultations.end(door.practiceId, links.id, system);
    const everybody = await door.visitsOf(links.id);
    expect(everybody).toHaveLength(5);
    for (const { state, resumeHash } of everybody) expect([state.phase, resumeHash]).toEqual(['ended', null]);
    const lines = (await door.trailOf(links.id)).length;
    await door.consultations.end(door.practiceId, links.id, system);
    expect(await door.trailOf(links.id)).toHaveLength(lines);
    for (const { resumeSecret } of [clinician, patient, ...guests]) {
      expect(await outcome(door.comeBack(resumeSecret!))).toBe('resume_invalid');
    }
  });

  it('[WAIT-3] people are in the order in which they arrived, whatever happens to them afterwards', async () => {
    const { id, patientSecret } = await door.consultation();
    const order: string[] = [];
    for (let arrived = 0; arrived < 4; arrived++) {
      door.clock.now += 1000;
      order.push((await door.arrive(patientSecret, 'guest')).visit.id);
    }
    door.clock.now += 1000;
    for (const visitId of order.toReversed()) await door.visits.checkIn(visitId, 'Ann Example');
    await door.visits.leave(order[0]!);
    expect((await door.visitsOf(id)).map((visit) => visit.id)).toEqual(order);
  });

  it('[WATCH-1] a call begins when a clinician and somebody from the other side are first in it together', async () => {
    const { links, clinician, patient } = await door.waiting();
    const startedAt = async () => (await door.consultationOf(links.id)).callStartedAt;
    await door.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example');
    await door.visits.join(patient.visit.id);
    expect(await startedAt()).toBeNull();
    door.clock.now += 5000;
    const began = door.clock.now;
    await door.visits.join(clinician.visit.id);
    expect(await startedAt()).toBe(began);
    door.clock.now += 5000;
    await door.visits.drop(patient.visit.id, patient.connectionId);
    await door.comeBack(patient.resumeSecret!);
    await door.visits.join(patient.visit.id);
    expect(await startedAt()).toBe(began);
  });
});
