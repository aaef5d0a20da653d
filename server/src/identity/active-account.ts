import { and, arrayContains, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { staff } from '../db/schema.ts';
import { AppError } from '../errors.ts';

/**
 * The account as it is now: it may have been shut since a token was issued to it. Throws AppError `not_signed_in` when
 * it was, or is not of that practice.
 */
export async function activeAccount(db: Db, staffId: string, practiceId: string) {
  const [account] = await db.select().from(staff).where(eq(staff.id, staffId));
  if (account === undefined || account.practiceId !== practiceId || account.disabledAt !== null) {
    throw new AppError('not_signed_in');
  }
  return account;
}

/** Which accounts are those of the practice's clinicians. */
export const isActiveClinician = (practiceId: string) =>
  and(eq(staff.practiceId, practiceId), isNull(staff.disabledAt), arrayContains(staff.roles, ['clinician']));
