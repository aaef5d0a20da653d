import { drizzle } from 'drizzle-orm/pglite';
import type { Database } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { openEmbedded } from './databases.ts';

export interface Statement {
  text: string;
  parameters: unknown[];
}

/** An embedded database in memory that notes each statement it is given. */
export async function openNoted() {
  const { client, close } = await openEmbedded();
  const noted: Statement[] = [];
  const logger = { logQuery: (text: string, parameters: unknown[]) => void noted.push({ text, parameters }) };
  const db: Database['db'] = drizzle(client, { schema, casing: 'snake_case', logger });

  /** The statements that the work needs. */
  const during = async (work: () => Promise<unknown>): Promise<Statement[]> => {
    const before = noted.length;
    await work();
    return noted.slice(before);
  };
  /** How the database goes about it, as it says itself. */
  const planOf = async ({ text, parameters }: Statement): Promise<string> => {
    const { rows } = await client.query<Record<string, string>>(`explain ${text}`, parameters);
    return rows.map((line) => line['QUERY PLAN']).join('\n');
  };
  return { db, client, close, noted, during, planOf };
}
