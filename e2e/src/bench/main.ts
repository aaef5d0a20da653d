import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';
import { measure } from './measure.ts';
import { recovery } from './recovery.ts';
import { tableOf } from './table.ts';
import { abuse } from './abuse.ts';
import { waiting } from './waiting.ts';
import { weak } from './weak.ts';
import { weight } from './weight.ts';

/**
 * Measures and says so in tables; the numbers go to bench-results/NAME.json. Arguments: the names of the benches to
 * run, all of them if there is none. Ends with an error if a target was missed.
 */
const benches: Record<string, Bench<string>> = { weight, waiting, abuse, recovery, weak };
const folder = fileURLToPath(new URL('../../../bench-results/', import.meta.url));

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}

await mkdir(folder, { recursive: true });
for (const name of wanted) {
  const result = await measure(name, benches[name]!, (text) => process.stderr.write(`${text}\n`));
  await writeFile(`${folder}${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`\n${tableOf(result)}\n`);
  if (result.cases.some(({ met }) => met === false)) process.exitCode = 1;
}
