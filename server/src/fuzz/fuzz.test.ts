import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../testing/databases.ts';
import { startServerOn, type TestServer } from '../testing/server-on.ts';
import { fuzz } from './campaign.ts';

let server: TestServer;
let later = 0;
beforeAll(async () => {
  server = await startServerOn(await openEmbedded(), { now: () => Date.now() + later, workers: 2, trustProxy: 1 });
});
afterAll(() => server.close());

// Always the same sequences, so that it fails for whoever broke something; `npm run fuzz` goes on from anywhere.
it('[REQ-1] [REQ-2] [REQ-3] [CALL-6] [MEDIA-3] [VISIT-1] whatever several people send in whatever order, it is answered as the contract says, told to nobody else, and leaves nothing behind', async () => {
  const letPass = (time: number) => (later += time);
  const { failure, tally } = await fuzz({ server, letPass }, { seed: 4, messages: 1_000, longest: 800 });
  expect(failure).toBeNull();
  // It comes to what can go wrong at all: people let in, with media open and offered to each other.
  const needed = ['visit:admit', 'media:open', 'producer:create', 'consumers:start', 'consumer:resume'];
  expect(needed.filter((name) => !tally.accepted.has(name))).toEqual([]);
});
