import { expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

it('[CONTROL-3] whatever is done with thousands, everything else has its turn in between', async () => {
  const done: number[] = [];
  let turns = 0;
  const turn = () => {
    turns += 1;
    if (done.length < 5_000) setImmediate(turn);
  };
  setImmediate(turn);
  const all = Array.from({ length: 5_000 }, (_, index) => index);
  await inTurns(all, (one) => void done.push(one));
  expect(done).toEqual(all);
  expect(turns).toBeGreaterThanOrEqual(49);
});
