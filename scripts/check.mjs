import './setup/require-node.mjs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { asvsProblems } from './check/asvs.mjs';
import { projectFiles } from './check/files.mjs';
import { specProblems } from './check/spec.mjs';
import { tidinessProblems } from './check/tidiness.mjs';
import { weightProblems } from './check/weight.mjs';
import { ensureClientBuild } from './setup/client-build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { main } from './setup/main.mjs';
import { pinnedNode } from './setup/node.mjs';
import { root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';

/** What is checked -> how: throws, or returns what is wrong. */
const checks = {
  'types of scripts': () => tool('tsc', '-p', 'scripts'),
  'types of shared': () => tool('tsc', '-p', 'shared'),
  'types of server': () => tool('tsc', '-p', 'server'),
  'types of client': () => tool('tsc', '-p', 'client'),
  'types of e2e': () => tool('tsc', '-p', 'e2e'),
  lint: () => tool('oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'),
  format: () => tool('oxfmt', '--check'),
  'unused code and dependencies': () => tool('knip', '--no-progress'),
  'rules and their tests': () => {
    const { 'docs/SPEC.md': spec = '' } = projectFiles(root, 'docs/SPEC.md');
    return specProblems(spec, projectFiles(root, '*.test.ts', '*.test.mjs'));
  },
  'security requirements and their proofs': () => {
    const { 'docs/security/asvs.md': table = '', 'docs/SPEC.md': spec = '' } = projectFiles(root, 'docs/*.md');
    return asvsProblems(table, spec, new Set(Object.keys(projectFiles(root))));
  },
  'weight of the pages': async () => {
    await ensureClientBuild();
    return weightProblems(join(root, 'client/dist'));
  },
  'nothing of this machine': () => tidinessProblems(projectFiles(root), [resolve(root), homedir()]),
};

await main(async () => {
  await ensureDependencies();
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    const began = Date.now();
    const problems = await problemsOf(check);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
    for (const problem of problems) console.log(problem.trim().replace(/^(?=.)/gm, '        '));
    if (problems.length > 0) failed.push(name);
  }
  console.log(failed.length === 0 ? '\nEverything is in order.' : `\nNot in order: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});

async function problemsOf(check) {
  try {
    return await check();
  } catch (error) {
    return [error.message];
  }
}

async function tool(name, ...args) {
  const lines = [];
  const onLine = (line) => lines.push(line);
  try {
    await run(pinnedNode(), [join(root, 'node_modules/.bin', name), ...args], { cwd: root, onLine });
    return [];
  } catch {
    return [lines.join('\n')];
  }
}
