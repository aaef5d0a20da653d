import { describe, expect, it } from 'vitest';
import { risesOf, warmAfter } from './rises.ts';
import type { Sample } from './soak.ts';

const every = 50;
const flat = {
  heap: 38e6,
  code: 11e6,
  external: 218e6,
  serverMemory: 690e6,
  workerMemory: 46e6,
  serverFiles: 210,
  workerFiles: 40,
  handles: 60,
};
type Rising = (visits: number) => Partial<Sample>;
/** A server that stays as it is but for what is said, looked at after every 50th visit, and rested when warm and at the end. */
const soaked = (visits: number, rising: Rising = () => ({}), busy: Rising = () => ({})) => {
  const at = (n: number): Sample => ({ ...flat, ...rising(n), visits: n });
  const samples = Array.from({ length: visits / every }, (_, n) => ({
    ...at((n + 1) * every),
    ...busy((n + 1) * every),
  }));
  return { samples, rested: visits > warmAfter ? [at(warmAfter), at(visits)] : [] };
};
const missedIn = (run: ReturnType<typeof soaked>) =>
  risesOf(run)!.flatMap((one) => (one.met === false ? [one.case] : []));

describe('[SOAK-1] what a soak may leave behind', () => {
  it('is nothing that 1,000 visits make more of', () => {
    expect(missedIn(soaked(2_000))).toEqual([]);
    expect(missedIn(soaked(2_000, (visits) => ({ heap: flat.heap + 300 * visits })))).toEqual([
      'server-heap-per-1000-visits',
    ]);
    expect(missedIn(soaked(2_000, (visits) => ({ handles: flat.handles + visits / 100 })))).toEqual([
      'server-handles-per-1000-visits',
    ]);
  });

  it('may be what the engine compiles and takes while it warms up, however long a run goes on after that', () => {
    const warming = (visits: number) => {
      const warmth = Math.min(visits, 1_000) / 1_000;
      return { heap: 37e6 + 1.2e6 * warmth, code: 9e6 + 2e6 * warmth, serverMemory: 650e6 + 40e6 * warmth };
    };
    expect(missedIn(soaked(2_000, warming))).toEqual([]);
    expect(missedIn(soaked(1_500, warming))).toEqual([]);
    expect(missedIn(soaked(6_000, warming))).toEqual([]);
  });

  it('is not hidden by a machine that slows down, nor made of one that speeds up', () => {
    const leaking: Rising = (visits) => ({ heap: flat.heap + 300 * visits });
    const slower: Rising = (visits) => ({ heap: flat.heap + 300 * visits + 600 * (2_000 - visits) });
    expect(missedIn(soaked(2_000, leaking, slower))).toEqual(['server-heap-per-1000-visits']);
    expect(missedIn(soaked(2_000, undefined, (visits) => ({ heap: flat.heap + 600 * visits })))).toEqual([]);
  });

  it('is code as little as objects: a program that compiles something for each visit grows', () => {
    expect(missedIn(soaked(2_000, (visits) => ({ code: flat.code + 300 * visits })))).toEqual([
      'server-code-per-1000-visits',
    ]);
  });

  it('is not said of a run that ends while the server warms up, or that looked at it too seldom', () => {
    expect(risesOf(soaked(1_450))).toBeNull();
    const { samples, rested } = soaked(2_000);
    expect(risesOf({ samples: samples.filter(({ visits }) => visits % 500 === 0), rested })).toBeNull();
    expect(risesOf({ samples: [], rested: [] })).toBeNull();
  });
});
