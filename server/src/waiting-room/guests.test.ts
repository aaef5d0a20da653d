import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../testing/databases.ts';
import { FrontDoor, outcome } from '../testing/front-door.ts';

let door: FrontDoor;
beforeAll(async () => {
  door = await FrontDoor.open(await openEmbedded());
});
afterAll(() => door.close());

it('[LIMIT-13] a link that goes round brings 8 guests at a time, and 50 altogether', async () => {
  const { links } = await door.waiting();
  const come = () => door.arrive(links.patientSecret, 'guest');
  const first = await come();
  for (let i = 1; i < 8; i++) await come();
  expect(await outcome(come())).toBe('consultation_full');

  await door.visits.leave(first.visit.id);
  let left = 8;
  for (let next = await come(); ; next = await come()) {
    left += 1;
    await door.visits.leave(next.visit.id);
    if (left === 50) break;
  }
  expect(await outcome(come())).toBe('consultation_full');
  // The patient is no guest.
  expect(await outcome(door.arrive(links.patientSecret, 'this_device'))).toBe('accepted');
});
