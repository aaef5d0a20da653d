import type { VisitRole } from '@front-door/shared/domain/roles.ts';
import { joinCall } from './media.ts';
import { endMeeting, meet } from './meeting.ts';
import type { TestServer } from './test-server.ts';
import { Visitor } from './visitor.ts';

export type ConnectedPhase = 'arrived' | 'waiting' | 'admitted' | 'in_call';

/**
 * A consultation with somebody of this role in this phase on it. Around are a clinician in the call, who sends, and
 * somebody who waits as Bob Example.
 */
export async function setStage(server: TestServer, role: VisitRole, phase: ConnectedPhase) {
  const meeting = await meet(server, 'arrived');
  const { id: consultationId, patientSecret, clinician } = meeting;
  await joinCall(clinician);

  const waiting = await Visitor.byLink(server.app.origin, patientSecret, 'guest');
  await waiting.request('visit:check-in', { name: 'Bob Example', agreed: true });
  const { visitId: waitingId } = (await waiting.welcome()).view.me;

  const visitor = await enter();
  const { visitId } = (await visitor.welcome()).view.me;
  if (role !== 'clinician' && phase !== 'arrived') {
    await visitor.request('visit:check-in', { name: 'Ann Example', agreed: true });
    if (phase !== 'waiting') await clinician.request('visit:admit', { visitId, confirmedName: 'Ann Example' });
  }
  if (phase === 'in_call') {
    const { routerRtpCapabilities: rtpCapabilities } = await visitor.request('media:open', {});
    await visitor.request('consumers:start', { rtpCapabilities });
  }
  const close = () => endMeeting(server, consultationId);
  return { visitor, visitId, clinician, waiting, waitingId, consultationId, close };

  async function enter(): Promise<Visitor> {
    if (role === 'patient') return meeting.patient;
    const { origin, consultations } = server.app;
    if (role === 'guest') return Visitor.byLink(origin, patientSecret, 'guest');
    const system = { kind: 'system' } as const;
    const { secret } = await consultations.addLink(server.practiceId, consultationId, 'clinician', system);
    return Visitor.byLink(origin, secret);
  }
}
