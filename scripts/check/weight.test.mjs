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
  const texts = (language) => [
    `../shared/src/i18n/${language}/for-patients.ts`,
    { file: `assets/texts-${language}.js`, isDynamicEntry: true },
  ];
  const call = ['src/call/index.ts', { file: 'assets/call-c3.js', isDynamicEntry: true }];
  write('.vite/patient.json', JSON.stringify(Object.fromEntries([texts('en'), texts('bn'), call])));
});
afterEach(() => rmSync(built, { recursive: true }));

const write = (file, text) => writeFileSync(join(built, file), text);

describe('the waiting page', () => {
  it('may weigh as much as its budget: the page, what it loads with it, and the longest texts', () => {
    expect(weightProblems(built, 670)).toEqual([]);
  });

  it('may not weigh a byte more, and what is heaviest is named first', () => {
    expect(weightProblems(built, 669)).toEqual([
      [
        'The waiting page weighs 670 bytes compressed, and may weigh 669:',
        '    300 assets/visit-b2.js',
        '    200 assets/visit-a1.css',
        '    150 visit.html',
        '    20 assets/texts-bn.js',
      ].join('\n'),
    ]);
  });

  it('weighs as it is what was not worth compressing', () => {
    rmSync(join(built, 'assets/visit-a1.css.br'));
    expect(weightProblems(built, 1470)).toEqual([]);
    expect(weightProblems(built, 1469)).toHaveLength(1);
  });
});
