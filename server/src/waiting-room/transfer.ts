import { isLive, mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import { and, eq } from 'drizzle-orm';
import { record } from '../audit/trail.ts';
import { demandOpenClinic } from '../clinics/own-clinic.ts';
import { inOwnConsultation, isOver } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { consultations, staff, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { isActiveClinician } from '../identity/active-account.ts';
import { applyEvent, type Visit } from './apply.ts';
import type { Changes } from './changes.ts';
import type { AtDesk } from './visits.ts';

interface Target {
  clinicId: string | null;
  clinicianId: string | null;
}

/**
 * Sends a consultation to another clinic, another clinician, or both. Who was in the call waits again, at the place
 * that the arrival gives; the clinicians who were in it leave. Throws AppError `not_found` for an unknown target.
 */
export async function transfer(
  { db, changes, at }: { db: Db; changes: Changes; at: number },
  { practiceId, staffId }: AtDesk,
  consultationId: string,
  { clinicId, clinicianId }: Target,
): Promise<void> {
  const actor = { kind: 'staff', id: staffId } as const;
  const done = await inOwnConsultation(db, practiceId, consultationId, async (tx, consultation) => {
    if (isOver(consultation, at)) throw new AppError('consultation_ended');
    if (clinicId !== null) await demandOpenClinic(tx, practiceId, clinicId);
    const clinicianName = clinicianId === null ? null : await clinicianNamed(tx, practiceId, clinicianId);
    const moved = { clinicId, clinicianId, clinicianName, callStartedAt: null };
    await tx.update(consultations).set(moved).where(eq(consultations.id, consultationId));
    await record(tx, { at, action: 'transferred', actor, practiceId, consultationId });
    const people = await tx.select().from(visits).where(eq(visits.consultationId, consultationId));
    const sentBack = people.filter(({ role, state }) => role !== 'clinician' && isSeen(state));
    for (const visit of sentBack) await applyEvent(tx, practiceId, visit, { type: 'return_to_waiting', at }, actor);
    const sentAway = people.filter(({ role, state }) => role === 'clinician' && isLive(state));
    for (const visit of sentAway) await applyEvent(tx, practiceId, visit, { type: 'leave', at }, actor);
    return { consultation, sentBack, sentAway };
  });
  const clinicIds = [done.consultation.clinicId, clinicId].filter((id) => id !== null);
  changes.tell(done.consultation, {
    clinicIds,
    mediaClosed: [...done.sentBack, ...done.sentAway].map(({ id }) => id),
    dismissed: done.sentAway.map(({ id }) => ({ visitId: id, code: 'visit_left' })),
  });
}

const isSeen = (state: Visit['state']) => mayHaveMedia(state) || state.phase === 'held';

async function clinicianNamed(tx: Db, practiceId: string, clinicianId: string): Promise<string> {
  const [account] = await tx
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.id, clinicianId), isActiveClinician(practiceId)));
  if (account === undefined) throw new AppError('not_found');
  return account.name;
}
