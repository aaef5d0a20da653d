import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

/** Installs the npm packages of the lockfile, unless exactly those are installed. */
export async function ensureDependencies() {
  if (areInstalled(root)) return;
  await step('installing the npm packages of the lockfile, about half a minute', async (note) => {
    // On Node 20 npm warns about packages that need a newer one: they run under the Node that this installs.
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', ['ci', ...quietly], { cwd: root, env: withoutLocalBinaries(process.env), onLine: note });
  });
}

/**
 * True if what npm noted as installed is what the lockfile asks for; what is optional, such as the binaries for other
 * platforms, need not be there.
 * @param {string} folder
 */
export function areInstalled(folder) {
  const note = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = packagesOf(note);
  const asked = packagesOf(join(folder, 'package-lock.json'));
  const isAsIn =
    (others) =>
    ([path, { version }]) =>
      path in others && others[path].version === version;
  const isNeeded = ([path, { optional }]) => path !== '' && !optional;
  return (
    Object.entries(installed).every(isAsIn(asked)) && Object.entries(asked).filter(isNeeded).every(isAsIn(installed))
  );
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

// Under npm the folder of the local binaries, with the Node that is about to be replaced, comes first in PATH.
function withoutLocalBinaries(env) {
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules')));
  return { ...env, PATH: path.join(delimiter) };
}
