import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFiles } from '../../check/files.mjs';
import { root } from '../../setup/paths.mjs';
import { lookThroughLogs, marksOf } from './look.mjs';
import { marksIn } from './marks.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'front-door-logs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keep = (name, ...lines) => writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
const request = '{"level":"info","time":"2026-11-29T13:00:00.000Z","method":"GET","route":"/v","msg":"request"}';

describe('[SEC-1] what tests give as somebody’s data', () => {
  it('is what they quote, and is not what the product says itself', () => {
    const tests = {
      'a.test.ts': `
        // it's 'A Comment'
        checkIn({ name: 'Ann Example', phone: "020 7946 0018" });
        say(\`Nurse \${id} is here, \${name}@elm.example\`, 'request failed', 'Shah', 'Error', 'x1');`,
    };
    const product = { 'a.ts': "log.error({ err: new Error() }, 'request failed');\n// Shah" };
    expect(marksIn(tests, product)).toEqual([
      '020 7946 0018',
      '@elm.example',
      'Ann Example',
      'is here,',
      'Nurse',
      'Shah',
    ]);
  });

  it('is found in our own tests', () => {
    const marks = marksOf(root);
    const ours = ['Ann Example', 'Bob Example', 'Okafor', 'It was easy.'];
    expect(marks).toEqual(expect.arrayContaining([...ours, 'a long enough password']));
  });
});

describe('[SEC-1] at the end of a run', () => {
  it('every line is counted and looked at', () => {
    keep('inside-1.log', request, request);
    keep('outside-2.log', request, request.replace('request', 'Ann Example'));
    const { lines, problems } = lookThroughLogs(['Ann Example'], folder, { whole: true });
    expect(lines).toBe(4);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['none', [], 2],
    ['those of one kind of server', [['inside-1.log', request]], 1],
    [
      'quiet ones',
      [
        ['inside-1.log', request],
        ['outside-2.log', request.replace('info', 'error')],
      ],
      1,
    ],
  ])('with no logs but %s, that is a failure of its own after a whole run only', (_what, kept, missing) => {
    for (const [name, ...lines] of kept) keep(name, ...lines);
    expect(lookThroughLogs(['Ann Example'], folder, { whole: true }).problems).toHaveLength(missing);
    expect(lookThroughLogs(['Ann Example'], folder, { whole: false }).problems).toEqual([]);
  });

  it('no test has a log that is not kept', () => {
    const tests = projectFiles(root, '*.test.ts', 'server/src/testing/*.ts', 'server/src/fuzz/*.ts', 'e2e/src/*.ts');
    const makes = /\bcreateLogger\(|\bURL\('(?:\.\.\/)+(?:server\/src\/)?main\.ts'/;
    const makers = Object.keys(tests).filter((path) => makes.test(tests[path]) && !/\bkeepLine\(/.test(tests[path]));
    expect(makers).toEqual(['server/src/ops/logger.test.ts']);
  });
});
