import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { clinics } from '../db/schema.ts';
import { AppError } from '../errors.ts';

/** Which clinics a practice has that are not closed for good. */
export const isOpenClinicOf = (practiceId: string) => and(eq(clinics.practiceId, practiceId), isNull(clinics.closedAt));

/** Throws AppError `not_found` unless it is one of them. */
export async function demandOpenClinic(tx: Db, practiceId: string, clinicId: string): Promise<void> {
  const own = and(eq(clinics.id, clinicId), isOpenClinicOf(practiceId));
  if ((await tx.$count(clinics, own)) === 0) throw new AppError('not_found');
}
