import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { atEnd, isEnding } from './lifetime.mjs';
import { pinnedNode } from './node.mjs';
import { root } from './paths.mjs';
import { SetupError } from './say.mjs';

/**
 * Runs a program of ours, which says itself what it finds; gives its exit code. Throws when it crashes.
 * @param {string} file below the root
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env beside that of this process
 * @returns {Promise<number>}
 */
export async function runProgram(file, args, env) {
  const child = spawn(pinnedNode(), [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const ended = once(child, 'exit');
  const forget = atEnd(() => child.kill('SIGTERM') && ended);
  const [code, signal] = await ended;
  forget();
  if (code === null && !isEnding()) throw new SetupError(`${file} was ended by ${signal}.`);
  return code ?? 1;
}
