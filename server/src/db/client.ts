import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import type { Log } from '../ops/logger.ts';
import { Embedded } from './embedded.ts';
import { holdFolder } from './folder-lock.ts';
import { guardFreeSpace } from './free-space.ts';
import { openPool } from './pool.ts';
import * as schema from './schema.ts';

/** The database, or a transaction in it; everything below the features takes either. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Database {
  db: Db;
  /** To be told when a connection broke in the middle of a transaction: what became of that is not known. */
  onBroken?(told: () => void): void;
  close(): Promise<void>;
}

const migrations = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) };
const options = { schema, casing: 'snake_case' } as const;

/** Opens the database and brings its tables up to date. */
export function openDatabase(
  where: { databaseUrl: string | null; dataDir: string },
  log: Log | null = null,
): Promise<Database> {
  return where.databaseUrl === null ? openEmbedded(where.dataDir, log) : openPostgres(where.databaseUrl);
}

/** PostgreSQL inside this process, its files in a folder that one process at a time may hold. */
async function openEmbedded(dataDir: string, log: Log | null): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const release = await holdFolder(dataDir);
  const client = await Embedded.open(join(dataDir, 'db'));
  const db = drizzlePglite(client, options);
  await migratePglite(db, migrations);
  const stopGuarding = await guardFreeSpace(client, dataDir, log);
  return {
    db,
    close: async () => {
      await stopGuarding();
      await client.close();
      release();
    },
  };
}

/** For tests: a database of its own in memory, perhaps from a snapshot made by {@link PGlite.dumpDataDir}. */
export async function openInMemory(snapshot?: Blob): Promise<Database & { client: PGlite }> {
  const client = await PGlite.create(snapshot === undefined ? {} : { loadDataDir: snapshot });
  const db = drizzlePglite(client, options);
  await migratePglite(db, migrations);
  return { db, client, close: () => client.close() };
}

async function openPostgres(connectionString: string): Promise<Database> {
  await bringUpToDate(connectionString);
  const pool = openPool(connectionString);
  return {
    db: drizzlePg(pool, options),
    onBroken: (told) => (pool.onBroken = told),
    close: () => pool.end(),
  };
}

/** On a connection without the limits of the others: to change a large table takes its time. */
async function bringUpToDate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await migratePg(drizzlePg(client, options), migrations);
  } finally {
    await client.end();
  }
}
