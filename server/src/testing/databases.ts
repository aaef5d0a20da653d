import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { openDatabase, openInMemory, type Database, type Db } from '../db/client.ts';

/** An embedded database in memory, its tables made. */
export const openEmbedded = async () => openInMemory(await openAsBlob(inject('emptyDatabase')));

/** A database of its own on the PostgreSQL at TEST_DATABASE_URL, dropped when closed. `npm test` provides the server. */
export async function openPostgres(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set; npm test sets it');
  const name = `front_door_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const own = new URL(server);
  own.pathname = name;
  const { db, close } = await openDatabase({ databaseUrl: own.href, dataDir: '' });
  return {
    db,
    close: async () => {
      await close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** Declares the same tests for each kind of database. */
export function onEachDatabase(tests: (open: () => Promise<Database>) => void): void {
  describe('[OPS-4] on the embedded database', () => tests(openEmbedded));
  describe('[OPS-4] on PostgreSQL', () => tests(openPostgres));
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
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
