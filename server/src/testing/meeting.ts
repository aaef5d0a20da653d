import { joinCall } from './media.ts';
import { system } from './front-door.ts';
import type { TestServer } from './test-server.ts';
import { Visitor } from './visitor.ts';

export type Meeting = Awaited<ReturnType<typeof meet>>;

/** A clinician in a consultation of her own, and a patient who just came or waits there. */
export async function meet(server: TestServer, patientIs: 'arrived' | 'waiting' = 'waiting') {
  const { origin, consultations } = server.app;
  const { practiceId } = server;
  const clinicianName = 'Dr Asha Patel';
  const links = await consultations.create({ practiceId, clinicianId: null, clinicianName, actor: system });
  const clinician = await Visitor.byLink(origin, links.clinicianSecret);
  const patient = await Visitor.byLink(origin, links.patientSecret);
  const clinicianId = (await clinician.welcome()).view.me.visitId;
  const patientId = (await patient.welcome()).view.me.visitId;
  if (patientIs === 'waiting') await patient.request('visit:check-in', { name: 'Ann Example', agreed: true });
  return { ...links, clinician, patient, clinicianId, patientId };
}

/** The same, with the patient let in. */
export async function meetAdmitted(server: TestServer) {
  const meeting = await meet(server);
  const { clinician, patientId } = meeting;
  await clinician.request('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' });
  return meeting;
}

/** The same, with both in the call: each offers and is offered sound and picture. */
export async function meetInCall(server: TestServer) {
  const meeting = await meetAdmitted(server);
  const { clinician, patient } = meeting;
  return { ...meeting, clinicianMedia: await joinCall(clinician), patientMedia: await joinCall(patient) };
}

/** Sends everybody home. Unlike sockets that are simply closed, nothing of it is left to happen afterwards. */
export const endMeeting = ({ app, practiceId }: TestServer, consultationId: string): Promise<void> =>
  app.consultations.end(practiceId, consultationId, system);
