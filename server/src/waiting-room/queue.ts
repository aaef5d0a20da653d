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

type Patient = [
  visitId: string,
  phase: string,
  placeSince: number | null,
  droppedAt: number | null,
  expectedAt: string | null,
  callStartedAt: string | null,
];

/**
 * Who is seen, and who is next: those whose place is still kept, in the order of their turns. They come in one value:
 * to read thousands of rows twice a second would keep everything else in this process waiting.
 */
async function loadPatients(db: Db, clinicId: string, now: number, placeKept: number) {
  const { state } = visits;
  const [found] = await db
    .select({
      patients: sql<Patient[]>`coalesce(json_agg(json_build_array(
        ${visits.id}, ${state} -> 'phase', ${state} -> 'placeSince', ${state} -> 'droppedAt',
        ${consultations.expectedAt}, ${consultations.callStartedAt})), '[]')`,
    })
    .from(visits)
    .innerJoin(consultations, eq(consultations.id, visits.consultationId))
    .where(
      and(
        eq(consultations.clinicId, clinicId),
        isNull(consultations.endedAt),
        gt(consultations.validUntil, now),
        eq(visits.role, 'patient'),
        inArray(sql`${state} ->> 'phase'`, ['arrived', 'waiting', 'in_call']),
      ),
    );
  const { patients } = found!;
  const queue = patients
    .filter(([, phase, , droppedAt]) => phase !== 'in_call' && now - (droppedAt ?? now) <= placeKept)
    .map(([visitId, , placeSince, , expectedAt]) => ({ visitId, turn: turnOf(placeSince ?? now, timeOf(expectedAt)) }))
    .toSorted((a, b) => a.turn - b.turn || (a.visitId < b.visitId ? -1 : 1));
  const underWay = patients.flatMap(([, phase, , , , callStartedAt]) =>
    phase === 'in_call' && callStartedAt !== null ? [now - timeOf(callStartedAt)!] : [],
  );
  return { queue, underWay };
}

const timeOf = (text: string | null): number | null => (text === null ? null : Date.parse(text));

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
