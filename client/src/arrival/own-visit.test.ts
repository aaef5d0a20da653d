import { expect, test } from 'vitest';
import { Memory } from '../net/memory.ts';
import { ownVisit } from './own-visit.ts';

const hour = 3_600_000;

/** Storage of a device that anybody may look into. */
function device() {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  } as Storage;
  return { stored, open: () => new Memory(() => storage) };
}

test('[CLINIC-1] a device comes back to its own visit of each clinic, for half a day', async () => {
  const { open, stored } = device();
  let now = 1_000;
  const clock = () => now;
  (await ownVisit('morning', open(), clock)).write('first');
  (await ownVisit('evening', open(), clock)).write('second');
  now += 12 * hour - 1;
  expect((await ownVisit('morning', open(), clock)).read()).toBe('first');
  expect((await ownVisit('evening', open(), clock)).read()).toBe('second');
  expect([...stored.keys()].filter((key) => /morning|evening/.test(key))).toEqual([]);
  now += 1;
  expect((await ownVisit('morning', open(), clock)).read()).toBeNull();
  expect(stored.size).toBe(1);
});

test('[CLINIC-1] what is kept there and makes no sense is nothing', async () => {
  const { open, stored } = device();
  (await ownVisit('morning', open())).write('first');
  for (const key of stored.keys()) stored.set(key, 'nonsense');
  expect((await ownVisit('morning', open())).read()).toBeNull();
});
