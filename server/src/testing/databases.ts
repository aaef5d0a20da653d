import { openAsBlob } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, inject } from 'vitest';
import { openInMemory, type Database, type Db } from '../db/client.ts';
import { openPostgres } from './postgres.ts';

/** An embedded database in memory, its tables made. */
export const openEmbedded = async () => openInMemory(await openAsBlob(inject('emptyDatabase')));

/** Declares the same tests for each kind of database. */
export function onEachDatabase(tests: (open: () => Promise<Database>) => void): void {
  describe('[OPS-4] on the embedded database', () => tests(openEmbedded));
  describe('[OPS-4] on PostgreSQL', () => tests(openPostgres));
}

/** Everything that is in the database, as JSON by table: equal when nothing changed. */
export async function contentOf(db: Db): Promise<Record<string, unknown>> {
  const tables = await rowsOf(db, `select tablename from pg_tables where schemaname = 'public'`);
  const each = tables
    .map((table) => String(table.tablename))
    .map(
      (name) => `select '${name}' as name, coalesce(json_agg(t order by t::text), '[]') as content from "${name}" t`,
    );
  const contents = await rowsOf(db, each.join(' union all '));
  return Object.fromEntries(contents.map(({ name, content }) => [name, content]));
}

async function rowsOf(db: Db, statement: string): Promise<Array<Record<string, unknown>>> {
  // Both drivers answer like this; the type that they share does not say so.
  const result = (await db.execute(sql.raw(statement))) as { rows: Array<Record<string, unknown>> };
  return result.rows;
}
