import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The server's own key, which it makes at its first start and keeps in the data folder, readable for itself alone. */
export async function keptKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'server-key');
  const key = await readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await make(dataDir, file);
    return readFile(file, 'utf8');
  });
  if (key.length < 32) throw new Error(`${file} does not hold a whole key; remove it to get another`);
  return key;
}

/** Whole or not at all, and never over another server's that was quicker. */
async function make(dataDir: string, file: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}-${randomUUID()}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}
