import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Outcome, Result } from '../bench/measure.ts';
import { tableOf } from '../bench/table.ts';
import { risesOf } from './rises.ts';
import { soak, type Soaked } from './soak.ts';

/**
 * Lets thousands of visits go by and says by how much what is measured rose for each 1,000 of them once the server was
 * warm; `min` and `max` are the bounds between which that lies by 95 %. Ends with an error if a target was missed, or
 * if there were too few visits to say.
 */
const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '2000' },
    minutes: { type: 'string', default: '30' },
    'media-every': { type: 'string', default: '10' },
    'sample-every': { type: 'string', default: '50' },
  },
});
const folder = fileURLToPath(new URL('../../../bench-results/', import.meta.url));
const tell = (text: string) => process.stderr.write(`soak: ${text}\n`);

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
  sampleEvery: Number(values['sample-every']),
  tell,
});
for (const failure of soaked.failures.slice(0, 10)) tell(failure);
const rises = risesOf(soaked);
const result: Result = {
  name: 'soak',
  at: new Date().toISOString(),
  versions: { node: process.versions.node },
  cases: [...(rises ?? []), ...leftOf(soaked)],
};
await mkdir(folder, { recursive: true });
await writeFile(
  `${folder}soak.json`,
  `${JSON.stringify({ ...result, samples: soaked.samples, rested: soaked.rested }, null, 2)}\n`,
);
process.stdout.write(`\n${tableOf(result)}\n`);
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
process.stdout.write(
  `\n${soaked.visits} consultations, ${soaked.withMedia} of them with real media, in ${minutes} minutes\n`,
);
if (rises === null) tell('too few visits, or looked at too seldom, to say by how much anything rises');
process.exit(rises === null || result.cases.some(({ met }) => met === false) ? 1 : 0);
