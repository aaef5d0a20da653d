import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The server's own key, which it makes at its first start and keeps in the data folder, readable for itself alone. */
export async function keptKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'server-key');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = await readFile(file, 'utf8');
  if (key.length < 32) throw new Error(`${file} does not hold a whole key; remove it to get another`);
  return key;
}
