import type { HttpData, HttpReply } from '@front-door/shared/protocol/http.ts';
import { and, asc, eq, gte, lt, min } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { consultations, visits } from '../db/schema.ts';

type Appointment = HttpReply<'appointments.list'>['appointments'][number];

/** A practice's appointments from one moment until before another, in their order. */
export async function loadAppointments(
  db: Db,
  practiceId: string,
  { clinicId, from, until }: HttpData<'appointments.list'>,
): Promise<Appointment[]> {
  const { id, expectedAt, patientName, patientPhone, clinicianId, clinicianName } = consultations;
  const { noShowAt, callStartedAt, endedAt } = consultations;
  const about = { id, clinicId: consultations.clinicId, expectedAt, patientName, patientPhone };
  const rows = await db
    .select({
      ...about,
      clinicianId,
      clinicianName,
      noShowAt,
      callStartedAt,
      endedAt,
      arrivedAt: min(visits.arrivedAt),
    })
    .from(consultations)
    .leftJoin(visits, and(eq(visits.consultationId, id), eq(visits.role, 'patient')))
    .where(
      and(
        eq(consultations.practiceId, practiceId),
        gte(expectedAt, from),
        lt(expectedAt, until),
        clinicId === undefined ? undefined : eq(consultations.clinicId, clinicId),
      ),
    )
    .groupBy(id)
    .orderBy(asc(expectedAt), asc(id));
  return rows.map((row) => ({ ...row, expectedAt: row.expectedAt! }));
}
