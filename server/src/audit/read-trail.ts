import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../db/client.ts';
import { apiKeys, staff, trail, visits } from '../db/schema.ts';

const pageLength = 100;
/** The visit a line is about; the actor's is another where somebody was admitted or removed. */
const about = alias(visits, 'about');

/** A page of a practice's trail, newest first; `before` is the number of the oldest line seen so far. */
export async function readTrail(
  db: Db,
  practiceId: string,
  { before, consultationId }: { before?: number | undefined; consultationId?: string | undefined },
) {
  const lines = await db
    .select({
      number: trail.number,
      at: trail.at,
      action: trail.action,
      actorKind: trail.actorKind,
      actorName: sql<string | null>`coalesce(${staff.name}, ${visits.state} ->> 'name', ${apiKeys.name})`,
      consultationId: trail.consultationId,
      visitId: trail.visitId,
      visitName: sql<string | null>`${about.state} ->> 'name'`,
      linkId: trail.linkId,
      reason: trail.reason,
    })
    .from(trail)
    .leftJoin(staff, and(eq(trail.actorKind, 'staff'), eq(staff.id, trail.actorId)))
    .leftJoin(visits, and(eq(trail.actorKind, 'visit'), eq(visits.id, trail.actorId)))
    .leftJoin(about, eq(about.id, trail.visitId))
    .leftJoin(apiKeys, and(eq(trail.actorKind, 'api_key'), eq(apiKeys.id, trail.actorId)))
    .where(
      and(
        eq(trail.practiceId, practiceId),
        before === undefined ? undefined : lt(trail.number, before),
        consultationId === undefined ? undefined : eq(trail.consultationId, consultationId),
      ),
    )
    .orderBy(desc(trail.number))
    .limit(pageLength);
  return lines.map(({ actorKind, actorName, ...line }) => ({ ...line, actor: { kind: actorKind, name: actorName } }));
}
