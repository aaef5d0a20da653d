import { expect, it } from 'vitest';
import { soak } from './soak.ts';
import { lives } from './visit-life.ts';

// What thousands of them leave is measured by `npm run soak`.
it('[SOAK-1] consultations that go in every way, one of them with real media, leave nothing behind', async () => {
  const wanted = { visits: lives.length, minutes: 4, mediaEvery: lives.length, sampleEvery: 6, tell: () => {} };
  const { visits, withMedia, left, failures, samples } = await soak(wanted);
  expect(failures).toEqual([]);
  expect({ visits, withMedia }).toEqual({ visits: lives.length, withMedia: 1 });
  expect(left).toEqual({ refused: 0, routers: 0, transports: 0, stuck: 0, open: 0, lost: 0 });
  expect(samples.map((sample) => sample.visits)).toEqual([6, lives.length]);
  for (const { heap, code } of samples) expect(heap).toBeGreaterThan(code);
  for (const { code } of samples) expect(code).toBeGreaterThan(1_000_000);
}, 300_000);
