import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, outcome, system } from '../testing/front-door.ts';

const minute = 60_000;

onEachDatabase((open) => {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
  });
  afterAll(() => door.close());

  it('[TRAIL-1] the trail says who did what, when, and by which link they came', async () => {
    const began = door.clock.now;
    const { id, patientSecret, clinicianSecret } = await door.consultation();
    const links = await door.consultations.links(door.practiceId, id);
    const linkOf = (role: string) => links.find((link) => link.role === role)!.id;

    door.clock.now += minute;
    const clinician = await door.arrive(clinicianSecret);
    const patient = await door.arrive(patientSecret);
    door.clock.now += minute;
    await door.visits.checkIn(patient.visit.id, 'Ann Example');
    const guest = await door.arrive(patientSecret, 'guest');
    door.clock.now += minute;
    await door.visits.admit(clinician.visit.id, patient.visit.id, 'Ann Example');
    await door.visits.join(clinician.visit.id);
    await door.visits.join(patient.visit.id);
    door.clock.now += minute;
    await door.visits.drop(patient.visit.id, patient.connectionId);
    await door.comeBack(patient.resumeSecret!);
    await door.visits.leave(guest.visit.id);
    door.clock.now += minute;
    await door.visits.remove(clinician.visit.id, patient.visit.id, 'asked to');
    await outcome(door.arrive(patientSecret));
    door.clock.now += minute;
    await door.consultations.end(door.practiceId, id, system);

    const ofPatient = { visitId: patient.visit.id, linkId: linkOf('patient') };
    const ofGuest = { visitId: guest.visit.id, linkId: linkOf('patient') };
    const ofClinician = { visitId: clinician.visit.id, linkId: linkOf('clinician') };
    const by = ({ visitId }: { visitId: string }) => ({ actorKind: 'visit', actorId: visitId });
    const bySystem = { actorKind: 'system', actorId: null };
    const expected = [
      { after: 0, action: 'consultation_made', ...bySystem },
      { after: 0, action: 'link_made', linkId: linkOf('patient'), ...bySystem },
      { after: 0, action: 'link_made', linkId: linkOf('clinician'), ...bySystem },
      { after: 1, action: 'arrived', ...ofClinician, ...by(ofClinician) },
      { after: 1, action: 'arrived', ...ofPatient, ...by(ofPatient) },
      { after: 2, action: 'checked_in', ...ofPatient, ...by(ofPatient) },
      { after: 2, action: 'arrived', ...ofGuest, ...by(ofGuest) },
      { after: 3, action: 'admitted', ...ofPatient, ...by(ofClinician) },
      { after: 3, action: 'joined', ...ofClinician, ...by(ofClinician) },
      { after: 3, action: 'joined', ...ofPatient, ...by(ofPatient) },
      { after: 4, action: 'dropped', ...ofPatient, ...by(ofPatient) },
      { after: 4, action: 'returned', ...ofPatient, ...by(ofPatient) },
      { after: 4, action: 'left', ...ofGuest, ...by(ofGuest) },
      { after: 5, action: 'removed', reason: 'asked to', ...ofPatient, ...by(ofClinician) },
      { after: 5, action: 'link_revoked', linkId: linkOf('patient'), ...by(ofClinician) },
      { after: 5, action: 'refused', reason: 'link_revoked', linkId: linkOf('patient'), actorKind: 'stranger' },
      { after: 6, action: 'ended', ...ofClinician, ...bySystem },
      { after: 6, action: 'ended', ...ofGuest, ...bySystem },
      { after: 6, action: 'consultation_ended', ...bySystem },
    ];
    const everywhere = { practiceId: door.practiceId, consultationId: id };
    const lines = await door.trailOf(id);
    expect(lines).toHaveLength(expected.length);
    for (const { after, ...line } of expected) {
      expect(lines).toContainEqual(expect.objectContaining({ ...line, ...everywhere, at: began + after * minute }));
    }
    expect(lines.map(({ action }) => action)).toEqual(expected.map(({ action }) => action));
  });

  it('[TRAIL-1] a signed-in clinician is named by the account, and nobody by a link', async () => {
    const { id } = await door.consultation();
    const { id: staffId } = await door.hireClinician('Dr Jo Okafor');
    const { visit } = await door.arrivals.enter({ by: 'staff', staffId, consultationId: id });
    const line = { action: 'arrived', actorKind: 'staff', actorId: staffId, visitId: visit.id, linkId: null };
    expect((await door.trailOf(id)).at(-1)).toMatchObject(line);
  });
});
