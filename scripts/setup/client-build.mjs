import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

const sources = ['client', 'shared', 'package-lock.json', 'tsconfig.base.json'];
const skipped = new Set(['node_modules', 'dist']);

/** Builds the pages into client/dist, unless what is there was built from the same sources. */
export async function ensureClientBuild() {
  // Vite empties the folder before it builds: an interrupted build leaves no stamp behind.
  const stamp = join(root, 'client/dist/.built-from');
  const hash = hashOf(sources.map((source) => join(root, source)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await step('building the pages', (note) => run('npm', ['run', 'build', '-w', 'client'], { cwd: root, onLine: note }));
  writeFileSync(stamp, hash);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (statSync(path).isFile()) return path.endsWith('.test.ts') ? [] : [path];
  const names = readdirSync(path).filter((name) => !skipped.has(name));
  return names.sort().flatMap((name) => filesBelow(join(path, name)));
}
