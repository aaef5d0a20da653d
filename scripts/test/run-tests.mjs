import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from '../setup/lifetime.mjs';
import { pinnedNode } from '../setup/node.mjs';
import { root } from '../setup/paths.mjs';
import { inTemporaryFolder } from '../setup/temporary-folder.mjs';
import { lookThroughLogs, marksOf } from './logs/look.mjs';
import { summarise } from './summary.mjs';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/**
 * Runs Vitest, which prints what it does, and then looks through what the servers have logged meanwhile.
 * @param {string[]} args
 * @param {Record<string, string>} env what the tests' environment has beyond ours
 */
export function runTests(args, env) {
  return inTemporaryFolder(async (folder) => {
    const reportFile = join(folder, 'report.json');
    const logs = join(folder, 'logs');
    // What is left by a test that was cut off goes with the folder.
    const temporary = join(folder, 'tmp');
    for (const path of [logs, temporary]) mkdirSync(path);
    // Databases and relays that run as another user have to get through to what is theirs.
    chmodSync(folder, 0o711);
    // A terminal shows what is running; a log gets a line for every test instead of minutes of silence.
    const shown = process.stdout.isTTY ? 'default' : 'verbose';
    const reporters = [`--reporter=${shown}`, '--reporter=json', `--outputFile.json=${reportFile}`];
    // What one of the many servers has compiled, the next ones need not.
    const folders = { TEST_LOG_FOLDER: logs, TMPDIR: temporary, NODE_COMPILE_CACHE: join(temporary, 'compiled') };
    const child = spawn(pinnedNode(), [vitest, 'run', ...reporters, ...args], {
      cwd: root,
      env: { ...process.env, ...env, ...folders },
      stdio: 'inherit',
    });
    const ended = once(child, 'exit');
    const forget = atEnd(() => child.kill('SIGTERM') && ended);
    const [code] = await ended;
    forget();
    const sums = summarise(existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined, code);
    const { lines, problems } = lookThroughLogs(marksOf(root), logs, { whole: args.length === 0 });
    console.log(`\n${lines} lines of the servers’ logs looked through for what belongs to a person`);
    for (const problem of problems) console.log(`  FAILED  [SEC-1] ${problem}`);
    return problems.length === 0 ? sums : { ...sums, failed: sums.failed + 1 };
  });
}
