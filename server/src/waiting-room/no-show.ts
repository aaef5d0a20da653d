import { and, eq, ne } from 'drizzle-orm';
import { record, type Actor } from '../audit/trail.ts';
import { inOwnConsultation, type Consultation } from '../consultations/lock.ts';
import type { Db } from '../db/client.ts';
import { consultations, visits } from '../db/schema.ts';
import { AppError } from '../errors.ts';
import { actorOf, isConnected, type Visit } from './apply.ts';

/**
 * Notes that nobody came, or takes that back. Only a mark: the link goes on being good, and coming after all lifts it.
 * Throws AppError `wrong_state` while somebody of the patient's side is there.
 */
export function markNoShow(
  db: Db,
  by: { practiceId: string; actor: Actor; at: number },
  consultationId: string,
  noShow: boolean,
): Promise<Consultation> {
  const { practiceId, actor, at } = by;
  return inOwnConsultation(db, practiceId, consultationId, async (tx, consultation) => {
    if (consultation.endedAt !== null) throw new AppError('consultation_ended');
    if (noShow === (consultation.noShowAt !== null)) return consultation;
    const people = await tx
      .select()
      .from(visits)
      .where(and(eq(visits.consultationId, consultationId), ne(visits.role, 'clinician')));
    if (noShow && people.some(({ state }) => isConnected(state))) throw new AppError('wrong_state');
    await setNoShow(tx, consultation, noShow ? at : null);
    const action = noShow ? 'no_show' : 'no_show_lifted';
    await record(tx, { at, action, actor, practiceId, consultationId });
    return consultation;
  });
}

export async function cameAfterAll(tx: Db, consultation: Consultation, visit: Visit, at: number): Promise<void> {
  if (consultation.noShowAt === null) return;
  await setNoShow(tx, consultation, null);
  const { id: consultationId, practiceId } = consultation;
  await record(tx, { at, action: 'no_show_lifted', actor: actorOf(visit), practiceId, consultationId });
}

const setNoShow = (tx: Db, { id }: Consultation, noShowAt: number | null) =>
  tx.update(consultations).set({ noShowAt }).where(eq(consultations.id, id));
