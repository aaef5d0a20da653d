import { afterAll, beforeAll, expect, it } from 'vitest';
import { Embedded } from './embedded.ts';

let database: Embedded;

beforeAll(async () => {
  database = await Embedded.open('memory://');
});
afterAll(() => database.close());

it('[LIMIT-14] the embedded database lets everything else have its turn, however much waits for it', async () => {
  // Longer than all that may be done in one go, on any machine.
  const statement = 'select count(*) from generate_series(1, 30000)';
  const began = performance.now();
  await database.query(statement);
  expect(performance.now() - began).toBeGreaterThan(5);

  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const statements = Array.from({ length: 25 }, () => database.query(statement));
  const transactions = Array.from({ length: 5 }, () => database.transaction((tx) => tx.query(statement)));
  await Promise.all([...statements, ...transactions]);
  isDone = true;
  expect(turns).toBeGreaterThan(15);
});
