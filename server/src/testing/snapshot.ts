import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openInMemory } from '../db/client.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with an embedded database as it is before its first use. */
    emptyDatabase: string;
  }
}

/**
 * Before any test of the server: makes one empty database, of which each test file opens a copy. To start an embedded
 * database from nothing takes seconds, from a snapshot a fraction of one.
 */
export default async function makeSnapshot(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'front-door-tests-'));
  const file = join(folder, 'empty-database.tar');
  const { client, close } = await openInMemory();
  const snapshot = await client.dumpDataDir('none');
  await close();
  await writeFile(file, snapshot.stream());
  project.provide('emptyDatabase', file);
  return () => rm(folder, { recursive: true });
}
