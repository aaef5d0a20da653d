import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../testing/databases.ts';
import { fuzz } from './campaign.ts';
import { Fuzzed } from './fuzzed.ts';

let fuzzed: Fuzzed;
beforeAll(async () => {
  fuzzed = await Fuzzed.start(await openEmbedded());
});
afterAll(() => fuzzed.close());

// Always the same sequences, so that it fails for whoever broke something; `npm run fuzz` goes on from anywhere.
it('[REQ-1] [REQ-2] [REQ-3] [CALL-6] [MEDIA-3] [VISIT-1] whatever several people send in whatever order, it is answered as the contract says, told to nobody else, and leaves nothing behind', async () => {
  const { failure, tally } = await fuzz(fuzzed, { seed: 4, messages: 1_000, longest: 800, shortenFor: 0 });
  expect(failure).toBeNull();
  // It comes to what can go wrong at all: people let in, with media open and offered to each other.
  const needed = ['visit:admit', 'media:open', 'producer:create', 'consumers:start'];
  expect(needed.filter((name) => !tally.accepted.has(name))).toEqual([]);
}, 300_000);
