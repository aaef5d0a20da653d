import { eq, inArray } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { consultations, links } from '../db/schema.ts';
import { Together } from '../db/together.ts';
import type { Consultation } from './lock.ts';

export interface LinkFound {
  link: typeof links.$inferSelect;
  consultation: Consultation;
}

/** Links with their consultations, by the hash of the link's secret. */
export const linksTogether = (db: Db): Together<LinkFound> =>
  new Together(async (hashes) => {
    const found = await db
      .select({ link: links, consultation: consultations })
      .from(links)
      .innerJoin(consultations, eq(consultations.id, links.consultationId))
      .where(inArray(links.secretHash, hashes));
    return found.map((row) => [row.link.secretHash, row]);
  });
