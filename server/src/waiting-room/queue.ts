import { turnOf, waitsAt } from '@front-door/shared/domain/queue.ts';
import type { QueueView } from '@front-door/shared/protocol/views.ts';
import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { clinics, consultations, practices, visits } from '../db/schema.ts';

/** How many of a clinic's last calls tell how long the next ones take. */
const recentCalls = 20;

/** What each patient in the clinic's queue is to be told of it, by visit; empty for an unknown clinic. */
export async function loadPlaces(db: Db, clinicId: string, now: number): Promise<Map<string, QueueView>> {
  const [found] = await db
    .select()
    .from(clinics)
    .innerJoin(practices, eq(practices.id, clinics.practiceId))
    .where(eq(clinics.id, clinicId));
  if (found === undefined) return new Map();
  const { clinics: clinic, practices: practice } = found;
  const { queue, underWay } = await loadPatients(db, clinicId, now, practice.placeKeptMinutes * 60_000);
  const durations = practice.showsWait ? await loadDurations(db, clinicId) : [];
  const waitOf = waitsAt({ durations, underWay });
  return new Map(
    queue.map(({ visitId }, before) => [
      visitId,
      {
        place: practice.showsPlace ? before + 1 : null,
        wait: practice.showsWait ? waitOf(before) : null,
        late: clinic.lateMinutes,
      },
    ]),
  );
}

/** Who is seen, and who is next: those whose place is still kept, in the order of their turns. */
async function loadPatients(db: Db, clinicId: string, now: number, placeKept: number) {
  const asNumber = (field: string) => sql<number | null>`(${visits.state} ->> ${field})::bigint`.mapWith(Number);
  const rows = await db
    .select({
      visitId: visits.id,
      phase: sql<string>`${visits.state} ->> 'phase'`,
      placeSince: asNumber('placeSince'),
      droppedAt: sql<string | null>`${visits.state} ->> 'droppedAt'`,
      expectedAt: consultations.expectedAt,
      callStartedAt: consultations.callStartedAt,
    })
    .from(visits)
    .innerJoin(consultations, eq(consultations.id, visits.consultationId))
    .where(
      and(
        eq(consultations.clinicId, clinicId),
        isNull(consultations.endedAt),
        gt(consultations.validUntil, now),
        eq(visits.role, 'patient'),
        inArray(sql`${visits.state} ->> 'phase'`, ['arrived', 'waiting', 'in_call']),
      ),
    );
  const queue = rows
    .filter(({ phase, droppedAt }) => phase !== 'in_call' && now - Number(droppedAt ?? now) <= placeKept)
    .map(({ visitId, placeSince, expectedAt }) => ({ visitId, turn: turnOf(placeSince ?? now, expectedAt) }))
    .toSorted((a, b) => a.turn - b.turn || (a.visitId < b.visitId ? -1 : 1));
  const underWay = rows.flatMap(({ phase, callStartedAt }) =>
    phase === 'in_call' && callStartedAt !== null ? [now - callStartedAt] : [],
  );
  return { queue, underWay };
}

async function loadDurations(db: Db, clinicId: string): Promise<number[]> {
  const { callStartedAt, endedAt } = consultations;
  const calls = await db
    .select({ callStartedAt, endedAt })
    .from(consultations)
    .where(and(eq(consultations.clinicId, clinicId), isNotNull(endedAt), isNotNull(callStartedAt)))
    .orderBy(desc(endedAt))
    .limit(recentCalls);
  return calls.map((call) => call.endedAt! - call.callStartedAt!);
}
