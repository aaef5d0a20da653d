import { isNull } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { consultations, practices } from '../db/schema.ts';
import { demandToldVisits } from './inspection.ts';
import { overPhases } from './visit-replay.ts';

/**
 * What is in a database in which every consultation has ended to which somebody came: how many visits, and how many of
 * those and of the consultations go on all the same. Throws Violation where the trail of a visit does not lead to its state.
 */
export async function aftermathIn(db: Db): Promise<{ visits: number; stuck: number; open: number }> {
  const all = await db.select({ id: practices.id }).from(practices);
  const rows = await demandToldVisits(
    db,
    all.map(({ id }) => id),
  );
  const stuck = rows.filter(({ state }) => !overPhases.includes(state.phase)).length;
  const visited = new Set(rows.map(({ consultationId }) => consultationId));
  const unended = await db.select({ id: consultations.id }).from(consultations).where(isNull(consultations.endedAt));
  const open = unended.filter(({ id }) => visited.has(id)).length;
  return { visits: rows.length, stuck, open };
}
