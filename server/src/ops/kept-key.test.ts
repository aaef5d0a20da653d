import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptKey } from './kept-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-door-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('[INVITE-3] the server’s key', () => {
  it('is made once and kept, for the server’s own eyes', async () => {
    const data = join(folder, 'data');
    const keys = await Promise.all(Array.from({ length: 20 }, () => keptKey(data)));
    expect(Buffer.from(keys[0]!, 'base64url')).toHaveLength(32);
    expect(new Set([...keys, await keptKey(data)]).size).toBe(1);
    const file = join(data, 'server-key');
    expect(await readFile(file, 'utf8')).toBe(keys[0]!);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await keptKey(folder)).not.toBe(keys[0]!);
  });

  it('is not taken for whole when it is not', async () => {
    await writeFile(join(folder, 'server-key'), 'half');
    await expect(keptKey(folder)).rejects.toThrow('does not hold a whole key');
  });
});
