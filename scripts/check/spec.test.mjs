import { describe, expect, it } from 'vitest';
import { specProblems } from './spec.mjs';

// Ids in brackets are put together here so that the check does not take these examples for tests.
const rule = (id) => `[${id}]`;
const titled = (id) => `it('${rule(id)} does what it says', () => {});\n`;

describe('the specification held against the tests', () => {
  it('has nothing to say when every rule has a test', () => {
    const spec = `# Rules\n\n**${rule('WAIT-1')}** Patients wait.\n- ${rule('WAIT-2')} In order.\n`;
    expect(specProblems(spec, { 'a.test.ts': titled('WAIT-1'), 'b.test.ts': titled('WAIT-2') })).toEqual([]);
  });

  it('finds a rule without a test', () => {
    const spec = `- ${rule('WAIT-1')} Patients wait.\n- ${rule('WAIT-2')} In order.\n`;
    expect(specProblems(spec, { 'a.test.ts': titled('WAIT-1') })).toEqual(['WAIT-2 has no test.']);
  });

  it('does not take a comment for a test', () => {
    const spec = `- ${rule('WAIT-1')} Patients wait.\n`;
    expect(specProblems(spec, { 'a.test.ts': `  // as in '${rule('WAIT-1')}'\n` })).toEqual(['WAIT-1 has no test.']);
  });

  it('finds a test of a rule that does not exist', () => {
    expect(specProblems('', { 'a.test.ts': titled('WAIT-9') })).toEqual([
      'a.test.ts names WAIT-9, which is not in the specification.',
    ]);
  });

  it('finds an id given twice', () => {
    const spec = `- ${rule('WAIT-1')} Patients wait.\n- ${rule('WAIT-1')} In order.\n`;
    expect(specProblems(spec, { 'a.test.ts': titled('WAIT-1') })).toEqual(['WAIT-1 is in the specification twice.']);
  });

  it('takes a rule mentioned inside a sentence neither for a rule nor for a second one', () => {
    const spec = `- ${rule('WAIT-1')} Patients wait.\n\nSee ${rule('WAIT-1')} and ${rule('ADMIT-1')}.\n`;
    expect(specProblems(spec, { 'a.test.ts': titled('WAIT-1') })).toEqual([]);
  });

  it('understands several rules in one title, in any kind of quotes', () => {
    const spec = `- ${rule('A-1')} One.\n- ${rule('A-2')} Two.\n- ${rule('A-3')} Three.\n`;
    const test = `describe("${rule('A-1')}${rule('A-2')} both", () => {});\nit(\`${rule('A-3')} third\`, () => {});`;
    expect(specProblems(spec, { 'a.test.ts': test })).toEqual([]);
  });
});
