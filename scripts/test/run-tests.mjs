import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from '../setup/lifetime.mjs';
import { pinnedNode } from '../setup/node.mjs';
import { root } from '../setup/paths.mjs';
import { inTemporaryFolder } from '../setup/temporary-folder.mjs';
import { summarise } from './summary.mjs';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/**
 * Runs Vitest, which prints what it does.
 * @param {string[]} args
 * @param {Record<string, string>} env what the tests' environment has beyond ours
 */
export function runTests(args, env) {
  return inTemporaryFolder(async (folder) => {
    const reportFile = join(folder, 'report.json');
    // A terminal shows what is running; a log gets a line for every test instead of minutes of silence.
    const shown = process.stdout.isTTY ? 'default' : 'verbose';
    const reporters = [`--reporter=${shown}`, '--reporter=json', `--outputFile.json=${reportFile}`];
    const child = spawn(pinnedNode(), [vitest, 'run', ...reporters, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    const ended = once(child, 'exit');
    const forget = atEnd(() => child.kill('SIGTERM') && ended);
    const [code] = await ended;
    forget();
    return summarise(existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined, code);
  });
}
