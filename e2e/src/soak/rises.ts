import type { Outcome } from '../bench/measure.ts';
import { slopeOf } from './slope.ts';
import type { Soaked } from './soak.ts';
import type { VitalSigns } from './vital-signs.ts';

/**
 * What each may rise by for 1,000 visits. A visit that is kept by mistake costs 10 kB of heap and more (see the bench
 * `waiting`), and one that keeps but an entry in a list 100 bytes, of which a consultation has two; a file or handle
 * for each would be 1,000 of them. Resident memory is what allocators make of it, and moves by megabytes of itself.
 */
const mayRise: Record<keyof VitalSigns, { title: string; unit: Outcome['unit']; target: number | null }> = {
  heap: { title: 'server-heap', unit: 'byte', target: 250_000 },
  code: { title: 'server-code', unit: 'byte', target: 250_000 },
  external: { title: 'server-external', unit: 'byte', target: null },
  serverMemory: { title: 'server-resident', unit: 'byte', target: 10_000_000 },
  workerMemory: { title: 'workers-resident', unit: 'byte', target: 3_000_000 },
  serverFiles: { title: 'server-files', unit: 'count', target: 3 },
  workerFiles: { title: 'workers-files', unit: 'count', target: 3 },
  handles: { title: 'server-handles', unit: 'count', target: 3 },
};

/** So many visits warm a server up: until then the engine compiles what they come through, and takes memory for it. */
export const warmAfter = 1_000;
/** In so many more, and so many looks at the server, a rise is told from what is different each time. */
const judgedOver = 500;
const looks = 10;

/**
 * Compared after rests: what limits remember for a minute depends on how quick the machine was in that minute, and in a
 * rest the engine throws code away that it compiles again afterwards.
 */
const afterRests: ReadonlySet<keyof VitalSigns> = new Set(['heap', 'code']);

/** By how much each rose for 1,000 visits, once the server was warm; null where there were too few to say. */
export function risesOf({ samples, rested }: Pick<Soaked, 'samples' | 'rested'>): Outcome[] | null {
  const [warm, end] = [rested[0], rested.at(-1)];
  if (warm === undefined || end === undefined || end.visits < warm.visits + judgedOver) return null;
  const judged = samples.filter(({ visits }) => visits >= Math.max(warmAfter, end.visits / 2));
  if (judged.length < looks) return null;
  return (Object.keys(mayRise) as Array<keyof VitalSigns>).map((sign) => {
    const { title, unit, target } = mayRise[sign];
    const points = afterRests.has(sign) ? [warm, end] : judged;
    const { slope, low, high } = slopeOf(points.map((sample) => ({ x: sample.visits / 1000, y: sample[sign] })));
    const ours = { n: points.length, median: slope, p95: slope, min: low, max: high };
    const met = target === null ? null : slope <= target;
    return { case: `${title}-per-1000-visits`, unit, ours, floor: null, peer: null, target, met };
  });
}
