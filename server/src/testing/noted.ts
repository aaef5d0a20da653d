import { drizzle } from 'drizzle-orm/pglite';
import type { Database } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { openEmbedded } from './databases.ts';

export interface Statement {
  text: string;
  parameters: unknown[];
}

/** One look through a table or an index; without `index` it goes through all of the table. */
interface Scan {
  table: string | undefined;
  index: string | undefined;
  /** How many were looked at, also in vain. */
  rows: number;
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
  /** What the database looks through when it does this once more. */
  const scansOf = async ({ text, parameters }: Statement): Promise<Scan[]> => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${text}`,
      parameters,
    );
    return rows.flatMap((row) => scansIn(row['QUERY PLAN'][0].Plan));
  };
  return { db, client, close, noted, during, scansOf };
}

/** A step of how the database goes about a statement, as it tells it itself. */
interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

function scansIn(plan: Plan): Scan[] {
  const { 'Relation Name': table, 'Index Name': index } = plan;
  const { 'Actual Rows': given, 'Rows Removed by Filter': removed = 0, 'Actual Loops': loops } = plan;
  const scan = { table, index, rows: (given + removed) * loops };
  return [...((table ?? index) ? [scan] : []), ...(plan.Plans ?? []).flatMap(scansIn)];
}
