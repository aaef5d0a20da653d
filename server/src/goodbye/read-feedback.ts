import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { and, avg, count, desc, eq, gte, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { feedback } from '../db/schema.ts';

const pageLength = 100;
const recent = 30 * 24 * 3_600_000;

/**
 * A page of what a practice's patients said, newest first, and how they rated it lately; `before` is the oldest seen so
 * far. It says nothing of who said it.
 */
export async function readFeedback(
  db: Db,
  practiceId: string,
  { before, now }: { before: string | undefined; now: number },
): Promise<HttpReply<'feedback.list'>> {
  const ofPractice = eq(feedback.practiceId, practiceId);
  const [lately] = await db
    .select({ count: count(), average: avg(feedback.rating).mapWith(Number) })
    .from(feedback)
    .where(and(ofPractice, gte(feedback.at, now - recent)));
  const older = sql`(${feedback.at}, ${feedback.id}) < (
    select f.at, f.id from ${feedback} f where f.id = ${before} and f.practice_id = ${practiceId})`;
  const entries = await db
    .select({ id: feedback.id, at: feedback.at, rating: feedback.rating, text: feedback.text })
    .from(feedback)
    .where(and(ofPractice, before === undefined ? undefined : older))
    .orderBy(desc(feedback.at), desc(feedback.id))
    .limit(pageLength);
  return { lately: lately!, entries };
}
