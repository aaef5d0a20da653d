import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync('../**/*.{ts,tsx}', { cwd: import.meta.dirname });

// Rules for classes whose whole name stands in no source are left out of the pages.
test('the names of classes are written out, not put together', () => {
  const composed = sources.flatMap((path) => {
    const source = readFileSync(new URL(path, import.meta.url), 'utf8');
    return (source.match(/\b(nhsuk|fd)-[\w-]*(\$\{|['"`] \+)/g) ?? []).map((name) => `${path}: ${name}`);
  });
  expect(sources.length).toBeGreaterThan(100);
  expect(composed).toEqual([]);
});
