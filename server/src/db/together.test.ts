import { setImmediate as tick } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Together } from './together.ts';

/** Rows in a table, and the statements that are answered when the test says so. */
function table(rows: Record<string, string>) {
  const statements: { keys: string[]; answer: () => void; fail: () => void }[] = [];
  const together = new Together<string>(
    (keys) =>
      new Promise((done, fail) => {
        statements.push({
          keys,
          answer: () => done(keys.flatMap((key) => (key in rows ? [[key, rows[key]!] as [string, string]] : []))),
          fail: () => fail(new Error('away')),
        });
      }),
  );
  const asked = async (count: number) => {
    await tick();
    expect(statements.length).toBe(count);
  };
  return { rows, statements, together, asked };
}

it('[LIMIT-14] who asks while a statement is under way shares the next one', async () => {
  const { statements, together, asked } = table({ good: 'row', better: 'other row' });
  const first = together.find('bogus');
  await asked(1);
  const later = ['good', 'worse', 'better', 'good'].map((key) => together.find(key));
  statements[0]!.answer();
  expect(await first).toBeUndefined();
  await asked(2);
  expect(statements[1]!.keys).toEqual(['good', 'worse', 'better']);
  statements[1]!.answer();
  expect(await Promise.all(later)).toEqual(['row', undefined, 'other row', 'row']);
});

it('[LIMIT-14] who asks after a change sees it, also while an earlier statement is under way', async () => {
  const { rows, statements, together, asked } = table({});
  const before = together.find('new');
  await asked(1);
  statements[0]!.answer();
  rows.new = 'row';
  const after = together.find('new');
  await asked(2);
  statements[1]!.answer();
  expect(await before).toBeUndefined();
  expect(await after).toBe('row');
});

it('[LIMIT-14] a statement that fails fails only for those who shared it', async () => {
  const { statements, together, asked } = table({ good: 'row' });
  const refused = together.find('good');
  await asked(1);
  const waiting = together.find('good');
  statements[0]!.fail();
  await expect(refused).rejects.toThrow('away');
  await asked(2);
  statements[1]!.answer();
  expect(await waiting).toBe('row');
});

it('[LIMIT-14] a statement has a thousand keys at most', async () => {
  const { statements, together, asked } = table({});
  const all = Array.from({ length: 2_500 }, (_, index) => together.find(String(index)));
  for (const count of [1, 2, 3]) {
    await asked(count);
    statements[count - 1]!.answer();
  }
  await Promise.all(all);
  expect(statements.map(({ keys }) => keys.length)).toEqual([1_000, 1_000, 500]);
});
