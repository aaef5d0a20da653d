import type { consultations, invitations } from '../db/schema.ts';

type Invitation = Pick<typeof invitations.$inferSelect, 'kind' | 'createdAt'>;
type Appointment = Pick<typeof consultations.$inferSelect, 'expectedAt' | 'validUntil'>;

const minute = 60_000;
/** How long before the appointment patients are reminded of it. */
const remindBefore = 60 * minute;
/** Clinics run late: for so long after its time an appointment may still begin. */
const lateness = 30 * minute;
/** One that is sent after its time, because the patient lost the first, is tried for so long. */
const shortest = 15 * minute;

/** When to remind of the appointment, ms since the epoch; null when there is none, or no time left for it. */
export function reminderAt({ expectedAt }: Appointment, now: number): number | null {
  return expectedAt !== null && expectedAt - remindBefore > now ? expectedAt - remindBefore : null;
}

/** From when it is of no use to the patient any more, ms since the epoch. */
export function uselessFrom({ kind, createdAt }: Invitation, { expectedAt, validUntil }: Appointment): number {
  if (expectedAt === null) return validUntil;
  if (kind === 'reminder') return Math.min(expectedAt, validUntil);
  return Math.min(Math.max(expectedAt + lateness, createdAt + shortest), validUntil);
}
