import { afterAll, beforeAll, expect, it, vi, type MockInstance } from 'vitest';
import { newSecret } from '../identity/secrets.ts';
import { openEmbedded } from '../testing/databases.ts';
import { FrontDoor } from '../testing/front-door.ts';

let door: FrontDoor;
let query: MockInstance;

beforeAll(async () => {
  const database = await openEmbedded();
  query = vi.spyOn(database.client, 'query');
  door = await FrontDoor.open(database);
});
afterAll(() => door.close());

it.each(['byLink', 'byResume'] as const)('[LIMIT-14] 1,000 guesses at once cost a few lookups (%s)', async (way) => {
  const { patientSecret } = await door.consultation();
  query.mockClear();
  const guesses = Array.from({ length: 1_000 }, () => door.entry[way](newSecret()));
  const good = door.entry.byLink(patientSecret);
  const outcomes = await Promise.allSettled(guesses);
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await good).toMatchObject({ role: 'patient' });
  const lookups = query.mock.calls.filter(([statement]) => String(statement).startsWith('select'));
  expect(lookups.length).toBeLessThan(10);
});
