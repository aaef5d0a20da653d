import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './lifetime.mjs';

/**
 * Hands a new, empty folder to `use` and removes it afterwards, also when this process is asked to end.
 * @template T
 * @param {(folder: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function inTemporaryFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'front-door-'));
  // A browser that is just ending may still write into it.
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = atEnd(remove);
  try {
    return await use(folder);
  } finally {
    forget();
    await remove();
  }
}
