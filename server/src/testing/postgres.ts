import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../db/client.ts';

/** A database of its own on the PostgreSQL at TEST_DATABASE_URL, which `npm test` provides; dropped by `drop`. */
export async function createPostgresDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set; npm test sets it');
  const name = `front_door_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const own = new URL(server);
  own.pathname = name;
  return { url: own.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

/** A database of its own on a real PostgreSQL, dropped when closed. */
export async function openPostgres(): Promise<Database> {
  const { url, drop } = await createPostgresDatabase();
  const { db, close } = await openDatabase({ databaseUrl: url, dataDir: '' });
  return { db, close: () => close().then(drop) };
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
