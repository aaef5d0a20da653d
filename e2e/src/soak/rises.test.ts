import { describe, expect, it } from 'vitest';
import { risesOf } from './rises.ts';
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
/** Looks at a server that stays as it is but for what is said, after every 50th visit. */
const looksAt = (visits: number, rising: (visits: number) => Partial<Sample> = () => ({})): Sample[] =>
  Array.from({ length: visits / every }, (_, n) => ({
    ...flat,
    ...rising((n + 1) * every),
    visits: (n + 1) * every,
  }));
const missedIn = (samples: Sample[]) => risesOf(samples)!.flatMap((one) => (one.met === false ? [one.case] : []));

describe('[SOAK-1] what a soak may leave behind', () => {
  it('is nothing that 1,000 visits make more of', () => {
    expect(missedIn(looksAt(2_000))).toEqual([]);
    expect(missedIn(looksAt(2_000, (visits) => ({ heap: flat.heap + 300 * visits })))).toEqual([
      'server-heap-per-1000-visits',
    ]);
    expect(missedIn(looksAt(2_000, (visits) => ({ handles: flat.handles + visits / 100 })))).toEqual([
      'server-handles-per-1000-visits',
    ]);
  });

  it('may be what the engine compiles and takes while it warms up, however long a run goes on after that', () => {
    const warming = (visits: number) => {
      const warmth = Math.min(visits, 1_000) / 1_000;
      return { heap: 37e6 + 1.2e6 * warmth, code: 9e6 + 2e6 * warmth, serverMemory: 650e6 + 40e6 * warmth };
    };
    expect(missedIn(looksAt(2_000, warming))).toEqual([]);
    expect(missedIn(looksAt(1_500, warming))).toEqual([]);
    expect(missedIn(looksAt(6_000, warming))).toEqual([]);
  });

  it('is code as little as objects: a program that compiles something for each visit grows', () => {
    expect(missedIn(looksAt(2_000, (visits) => ({ code: flat.code + 300 * visits })))).toEqual([
      'server-code-per-1000-visits',
    ]);
  });

  it('is not said of a run that ends while the server warms up, or that looked at it too seldom', () => {
    expect(risesOf(looksAt(1_450))).toBeNull();
    expect(risesOf(looksAt(2_000).filter(({ visits }) => visits % 500 === 0))).toBeNull();
    expect(risesOf([])).toBeNull();
  });
});
