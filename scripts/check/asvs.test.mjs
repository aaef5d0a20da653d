import { describe, expect, it } from 'vitest';
import { asvsProblems } from './asvs.mjs';

const spec = '- [WAIT-1] Patients wait.\n';
const files = new Set(['server/src/a.ts']);
const others = Array.from({ length: 17 }, (_, place) => `| ${place + 1}.9.1 | what | WAIT-1 |`).join('\n');
const problems = (line) => asvsProblems(`${others}\n${line}\n`, spec, files);

describe('the table of security requirements held against what it names', () => {
  it('has nothing to say when everything named is there', () => {
    expect(problems('| 1.2.1–1.2.3, 1.3.1 | what | WAIT-1, `server/src/a.ts`; SHA-256 and `npm audit` |')).toEqual([]);
  });

  it.each([
    [
      'a rule that does not exist',
      '| 1.2.1 | what | WAIT-2 |',
      '1.2.1 names WAIT-2, which is not in the specification.',
    ],
    [
      'a file that does not exist',
      '| 1.2.1 | what | `server/src/b.ts` |',
      '1.2.1 names server/src/b.ts, which does not exist.',
    ],
    ['a row without a proof', '| 1.2.1 | what |  |', '1.2.1 has no proof.'],
    ['a number that is in a range as well', '| 1.9.0–1.9.2 | what | gap |', '1.9.1 stands there twice.'],
  ])('finds %s', (_what, line, problem) => {
    expect(problems(line)).toEqual([problem]);
  });

  it('finds a chapter that was left out', () => {
    expect(asvsProblems(others.replace(/^\| 17.*$/m, ''), spec, files)).toEqual(['V17 has no row.']);
  });
});
