import { afterAll, beforeAll, expect, it, vi, type MockInstance } from 'vitest';
import { newSecret } from '../identity/secrets.ts';
import { openEmbedded } from '../testing/databases.ts';
import { FrontDoor, system } from '../testing/front-door.ts';

let door: FrontDoor;
let query: MockInstance;

beforeAll(async () => {
  const database = await openEmbedded();
  query = vi.spyOn(database.client, 'query');
  door = await FrontDoor.open(database);
});
afterAll(() => door.close());

const ways = [
  ['links', () => door.entry.byLink(newSecret())],
  ['resume secrets', () => door.entry.byResume(newSecret())],
  ['clinics', () => door.clinics.arrive(newSecret().slice(0, 12))],
] as const;

it.each(ways)('[LIMIT-14] 1,000 guesses at once cost a few lookups (%s)', async (_what, guess) => {
  const { patientSecret } = await door.consultation();
  query.mockClear();
  const guesses = Array.from({ length: 1_000 }, (): Promise<unknown> => guess());
  const good = door.entry.byLink(patientSecret);
  const outcomes = await Promise.allSettled(guesses);
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await good).toMatchObject({ role: 'patient' });
  const lookups = query.mock.calls.filter(([statement]) => String(statement).startsWith('select'));
  expect(lookups.length).toBeLessThan(10);
});

it('[LIMIT-14] so do links that callers of a clinic say they had before', async () => {
  const clinic = { name: 'Morning clinic', hours: [], welcome: null };
  const { code } = await door.clinics.create(door.practiceId, clinic, system);
  query.mockClear();
  const callers = Array.from({ length: 1_000 }, () => door.clinics.arrive(code, newSecret()));
  const outcomes = await Promise.all(callers);
  expect(outcomes.every(({ open }) => !open)).toBe(true);
  const lookups = query.mock.calls.filter(([statement]) => String(statement).includes('from "links"'));
  expect(lookups.length).toBeLessThan(10);
});
