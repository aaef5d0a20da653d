import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@front-door/server/src/db/client.ts';
import { emptyDatabase } from './data-dir.ts';

/**
 * Before any test with a browser: makes one database as it is before its first use, of which each server gets a copy.
 * To make one from nothing keeps both cores busy for seconds. Starting on nothing is what `start-and-stop` tests.
 */
export default async function makeEmptyDatabase(): Promise<(() => Promise<void>) | void> {
  // Once for all projects.
  if (process.env[emptyDatabase] !== undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'front-door-empty-'));
  const { close } = await openDatabase({ databaseUrl: null, dataDir: folder });
  await close();
  process.env[emptyDatabase] = folder;
  return () => rm(folder, { recursive: true });
}
