import { eq } from 'drizzle-orm';
import { practices, staff } from '../db/schema.ts';
import { makeDemoLinks, makeDemoPractice, type DemoLinks } from './demo.ts';
import { makeSetUpLink, type SetUpLink } from './set-up-link.ts';
import type { StartParts } from './start-parts.ts';

/**
 * The links to print at the start of the server: into the demo practice, which is made on an empty database; for the
 * first admin while a practice has no accounts; and none once it has.
 */
export async function makeFirstLinks(parts: StartParts, demoWanted: boolean): Promise<DemoLinks | SetUpLink | null> {
  const { db } = parts;
  if (demoWanted && (await db.$count(practices)) === 0) await makeDemoPractice(parts);
  const [demo] = await db.select({ id: practices.id }).from(practices).where(eq(practices.demo, true));
  if (demoWanted && demo !== undefined) return makeDemoLinks(parts, demo.id);
  const [someone] = await db
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(practices, eq(practices.id, staff.practiceId))
    .where(eq(practices.demo, false))
    .limit(1);
  return someone === undefined ? makeSetUpLink(parts) : null;
}
