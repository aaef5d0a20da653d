import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFiles } from '../../check/files.mjs';
import { marksIn } from './marks.mjs';
import { logProblems } from './problems.mjs';

/**
 * Looks through everything that the servers of a run of tests have logged for what belongs to patients and staff.
 * @param {string[]} marks what the tests gave to the servers as somebody's data
 * @param {string} folder of the kept lines, see server/src/testing/kept-log.ts
 * @param {{ whole: boolean }} run whether it was all tests
 * @returns {{ lines: number, problems: string[] }}
 */
export function lookThroughLogs(marks, folder, { whole }) {
  const kept = Object.fromEntries(readdirSync(folder).map((name) => [name, linesOf(join(folder, name))]));
  const lines = Object.values(kept).flat();
  const problems = [...logProblems(lines, marks), ...(whole ? whatIsMissing(kept) : [])];
  return { lines: lines.length, problems };
}

const linesOf = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

/** @param {string} root the checkout */
export function marksOf(root) {
  const tests = projectFiles(root, '*.test.ts', 'server/src/testing/*.ts', 'server/src/fuzz/*.ts', 'e2e/src/*.ts');
  const other = [':!*.test.ts', ':!server/src/testing', ':!server/src/fuzz'];
  const product = projectFiles(root, 'server/src/*.ts', 'shared/src/*.ts', ...other);
  return marksIn(tests, product);
}

/** Nothing can be found in logs that were not kept. */
function whatIsMissing(kept) {
  const talkative = (from) =>
    Object.entries(kept).some(
      ([name, lines]) => name.startsWith(from) && lines.some((line) => line.startsWith('{"level":"info"')),
    );
  return ['inside', 'outside']
    .filter((from) => !talkative(from))
    .map((from) => `No server ${from} of the tests’ own process has kept its log at its most talkative.`);
}
