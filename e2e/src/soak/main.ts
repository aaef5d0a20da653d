import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Outcome, Result } from '../bench/measure.ts';
import { tableOf } from '../bench/table.ts';
import { slopeOf } from './slope.ts';
import { soak, type Sample, type Soaked } from './soak.ts';
import type { VitalSigns } from './vital-signs.ts';

/**
 * Lets thousands of visits go by and says by how much what is measured rose for each 1,000 of them, over the second
 * half; `min` and `max` are the bounds between which that lies by 95 %. Ends with an error if a target was missed.
 */
const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '30' },
    'media-every': { type: 'string', default: '10' },
    'sample-every': { type: 'string', default: '5' },
  },
});
const folder = fileURLToPath(new URL('../../../bench-results/', import.meta.url));
const tell = (text: string) => process.stderr.write(`soak: ${text}\n`);

/**
 * What each may rise by for 1,000 visits. A visit that is kept by mistake costs 10 kB of heap and more (see the bench
 * `waiting`), and one that keeps but an entry in a list 100 bytes; a file or handle for each would be 1,000 of them.
 * Resident memory is what allocators make of it, and moves by megabytes of itself.
 */
const mayRise: Record<keyof VitalSigns, { title: string; unit: Outcome['unit']; target: number | null }> = {
  heap: { title: 'server-heap', unit: 'byte', target: 500_000 },
  external: { title: 'server-external', unit: 'byte', target: null },
  serverMemory: { title: 'server-resident', unit: 'byte', target: 10_000_000 },
  workerMemory: { title: 'workers-resident', unit: 'byte', target: 3_000_000 },
  serverFiles: { title: 'server-files', unit: 'count', target: 3 },
  workerFiles: { title: 'workers-files', unit: 'count', target: 3 },
  handles: { title: 'server-handles', unit: 'count', target: 3 },
};

function risesOf(samples: Sample[]): Outcome[] {
  const half = samples.filter(({ visits }) => visits >= samples.at(-1)!.visits / 2);
  return (Object.keys(mayRise) as Array<keyof VitalSigns>).map((sign) => {
    const { title, unit, target } = mayRise[sign];
    const { slope, low, high } = slopeOf(half.map((sample) => ({ x: sample.visits / 1000, y: sample[sign] })));
    const ours = { n: half.length, median: slope, p95: slope, min: low, max: high };
    const met = target === null ? null : slope <= target;
    return { case: `${title}-per-1000-visits`, unit, ours, floor: null, peer: null, target, met };
  });
}

function leftOf({ left }: Soaked): Outcome[] {
  return Object.entries(left).map(([what, count]) => {
    const ours = { n: 1, median: count, p95: count, min: count, max: count };
    return {
      case: `${what}-at-the-end`,
      unit: 'count' as const,
      ours,
      floor: null,
      peer: null,
      target: 0,
      met: count === 0,
    };
  });
}

const began = performance.now();
const soaked = await soak({
  visits: Number(values.visits),
  minutes: Number(values.minutes),
  mediaEvery: Number(values['media-every']),
  sampleEvery: Number(values['sample-every']) * 1000,
  tell,
});
for (const failure of soaked.failures.slice(0, 10)) tell(failure);
const result: Result = {
  name: 'soak',
  at: new Date().toISOString(),
  versions: { node: process.versions.node },
  cases: [...risesOf(soaked.samples), ...leftOf(soaked)],
};
await mkdir(folder, { recursive: true });
await writeFile(`${folder}soak.json`, `${JSON.stringify({ ...result, samples: soaked.samples }, null, 2)}\n`);
process.stdout.write(`\n${tableOf(result)}\n`);
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
process.stdout.write(
  `\n${soaked.visits} consultations, ${soaked.withMedia} of them with real media, in ${minutes} minutes\n`,
);
process.exit(result.cases.some(({ met }) => met === false) ? 1 : 0);
