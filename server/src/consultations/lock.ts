import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { consultations, practices } from '../db/schema.ts';
import { AppError } from '../errors.ts';

export type Consultation = typeof consultations.$inferSelect;

/**
 * Runs `work` in a transaction that holds the consultation. Whatever changes a consultation, its links or its visits
 * goes through here, so that two things that happen at the same moment happen one after the other.
 */
export function inConsultation<T>(
  db: Db,
  consultationId: string,
  work: (tx: Db, consultation: Consultation) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const [consultation] = await tx
      .select()
      .from(consultations)
      .where(eq(consultations.id, consultationId))
      .for('update');
    if (consultation === undefined) throw new AppError('not_found');
    return work(tx, consultation);
  });
}

/** The same for a practice's own consultation; another practice's looks as if it did not exist. */
export function inOwnConsultation<T>(
  db: Db,
  practiceId: string,
  consultationId: string,
  work: (tx: Db, own: Consultation) => Promise<T>,
): Promise<T> {
  return inConsultation(db, consultationId, (tx, consultation) => {
    if (consultation.practiceId !== practiceId) throw new AppError('not_found');
    return work(tx, consultation);
  });
}

/** Whether nobody may enter any more. */
export const isOver = (consultation: Consultation, now: number): boolean =>
  consultation.endedAt !== null || consultation.validUntil <= now;

export async function practiceOf(db: Db, practiceId: string) {
  const [practice] = await db.select().from(practices).where(eq(practices.id, practiceId));
  if (practice === undefined) throw new AppError('not_found');
  return practice;
}
