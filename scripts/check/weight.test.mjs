import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { weightProblems } from './weight.mjs';

let built;

beforeEach(() => {
  built = mkdtempSync(join(tmpdir(), 'front-door-built-'));
  mkdirSync(join(built, 'assets'));
  mkdirSync(join(built, '.vite'));
  const head =
    '<link rel="icon" href="/assets/icon-f0.svg"><link href="/assets/visit-a1.css"><script src="/assets/visit-b2.js"></script>';
  write('visit.html', head.padEnd(150));
  write('assets/visit-a1.css', 'a'.repeat(1000));
  write('assets/visit-a1.css.br', 'a'.repeat(200));
  write('assets/visit-b2.js', 'b'.repeat(3000));
  write('assets/visit-b2.js.br', 'b'.repeat(300));
  write('assets/call-c3.js.br', 'c'.repeat(9000));
  write('assets/texts-en.js.br', 't'.repeat(10));
  write('assets/texts-bn.js.br', 't'.repeat(20));
  write('assets/call-d4.css.br', 'd'.repeat(40));
  write('assets/shared-e5.js.br', 'e'.repeat(5));
  const texts = (language) => [
    `../shared/src/i18n/${language}/for-patients.ts`,
    { file: `assets/texts-${language}.js` },
  ];
  const modules = {
    ...Object.fromEntries([texts('en'), texts('bn')]),
    'visit.html': { file: 'assets/visit-b2.js', css: ['assets/visit-a1.css'] },
    'src/call/index.ts': {
      file: 'assets/call-c3.js',
      css: ['assets/call-d4.css'],
      imports: ['visit.html', '_shared.js'],
    },
    '_shared.js': { file: 'assets/shared-e5.js', imports: ['src/call/index.ts'] },
  };
  write('.vite/patient.json', JSON.stringify(modules));
});
afterEach(() => rmSync(built, { recursive: true }));

const write = (file, text) => writeFileSync(join(built, file), text);

const page = { build: 'patient', page: 'visit.html', texts: 'for-patients', bytes: 670, files: 4 };
const call = { ...page, parts: ['src/call/index.ts'], texts: undefined, bytes: 9045, files: 3 };
/** Of one thing that is loaded, with as much of anything else as there is. */
const problemsOf = (load) => weightProblems(built, { 'The page': load }, 1_000);

describe('a page', () => {
  it('may weigh as much as its budget: itself, what it loads with it, and the longest texts', () => {
    expect(problemsOf(page)).toEqual([]);
  });

  it('[LIGHT-4] may not weigh a byte more, and what is heaviest is named first', () => {
    expect(problemsOf({ ...page, bytes: 669 })).toEqual([
      [
        'The page weighs 670 bytes compressed, and may weigh 669:',
        '    300 assets/visit-b2.js',
        '    200 assets/visit-a1.css',
        '    150 visit.html',
        '    20 assets/texts-bn.js',
      ].join('\n'),
    ]);
  });

  it('weighs as it is what was not worth compressing', () => {
    rmSync(join(built, 'assets/visit-a1.css.br'));
    expect(problemsOf({ ...page, bytes: 1470 })).toEqual([]);
    expect(problemsOf({ ...page, bytes: 1469 })).toHaveLength(1);
  });

  it('[LIGHT-4] may not be in more files than its budget', () => {
    expect(problemsOf({ ...page, files: 3 })).toEqual([expect.stringMatching(/^The page is 4 files, and may be 3:/)]);
  });
});

describe('a part that comes later', () => {
  it('[LIGHT-4] is weighed with all that it imports, but for what the page has loaded', () => {
    expect(problemsOf(call)).toEqual([]);
    expect(problemsOf({ ...call, bytes: 9044 })).toHaveLength(1);
    expect(problemsOf({ ...call, files: 2 })).toHaveLength(1);
  });
});

describe('icons and fonts', () => {
  it('have a budget of their own', () => {
    write('assets/icon-f0.svg', 'f'.repeat(90));
    expect(weightProblems(built, {}, 90)).toEqual([]);
    expect(weightProblems(built, {}, 89)).toEqual([
      'What is neither script nor style weighs 90 bytes, and may weigh 89:\n    90 icon-f0.svg',
    ]);
  });
});
