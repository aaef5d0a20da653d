import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where tests learn of a folder with an empty database; not set where there is none, as in a bench. */
export const emptyDatabase = 'E2E_EMPTY_DATABASE';

/** A new folder for a server's data, in which its database is made already if there is one to copy. */
export async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'front-door-e2e-'));
  const empty = process.env[emptyDatabase];
  if (empty !== undefined) await cp(empty, folder, { recursive: true });
  return folder;
}
