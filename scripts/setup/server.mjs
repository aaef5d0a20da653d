import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { atEnd } from './lifetime.mjs';
import { pinnedNode } from './node.mjs';
import { root } from './paths.mjs';

const millisecondsToStop = 15_000;

/**
 * Runs the server until it ends or this process is asked to end.
 * The server gets a channel to us and stops when it closes, which it also does if we die without a word; a signal
 * would reach it twice when Ctrl-C has already reached every process of the terminal.
 * @param {string[]} args
 * @param {Record<string, string>} env what the server's environment has beyond ours
 * @returns {Promise<number>} its exit code
 */
export async function runServer(args, env) {
  const child = spawn(pinnedNode(), [join(root, 'server/src/main.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => code ?? 1);
  atEnd(async () => {
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), millisecondsToStop);
    process.exitCode = await ended;
    clearTimeout(timer);
  });
  return ended;
}
