import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../paths.mjs';

const recipe = ['build.mjs', 'recipe'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

/** Where the worker of this mediasoup version lives, outside the checkout so that a fresh clone finds it. */
export function cachedWorker(version, env = process.env) {
  const name = `${version}-${process.platform}-${process.arch}-${hashOf(recipe)}`;
  return join(cacheFolder(env), 'mediasoup-worker', name, 'mediasoup-worker');
}

/** Puts a finished binary in its place in one go: an interrupted copy is never taken for it, and the last of two wins. */
export async function keep(binary, path) {
  const unfinished = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await copyFile(binary, unfinished);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow)) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(path) {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesBelow(join(path, name)));
}
