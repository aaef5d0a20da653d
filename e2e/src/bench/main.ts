import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { capacity } from './capacity/capacity.ts';
import { control } from './control.ts';
import { join } from './join.ts';
import { measure } from './measure.ts';
import { page } from './page/page.ts';
import { network } from './network.ts';
import { recovery } from './recovery.ts';
import { start } from './start/start.ts';
import { tableOf } from './table.ts';
import { traceJoins } from './trace.ts';
import { abuse } from './abuse.ts';
import { waiting } from './waiting.ts';
import { weak } from './weak.ts';

/**
 * Measures and says so in tables; the numbers go to bench-results/NAME.json. Arguments: the names of the benches to
 * run, all of them if there is none; with `--rounds` so many rounds instead of each bench's own number, for a quick look.
 * Ends with an error if a target was missed. `--trace` draws an admission and a return into docs/images, and does no more.
 */
const benches: Record<string, Bench<string>> = {
  page,
  waiting,
  abuse,
  recovery,
  network,
  weak,
  control,
  join,
  capacity,
  start,
};
const folder = fileURLToPath(new URL('../../../bench-results/', import.meta.url));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, trace: { type: 'boolean' } },
});
if (values.trace) {
  const images = new URL('../../../docs/images/', import.meta.url);
  for (const [name, drawn] of Object.entries(await traceJoins()))
    await writeFile(new URL(`${name}.svg`, images), drawn);
  process.exit();
}
const wanted = positionals.length > 0 ? positionals : Object.keys(benches);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}

await mkdir(folder, { recursive: true });
for (const name of wanted) {
  const bench = benches[name]!;
  const rounds = values.rounds === undefined ? bench.rounds : Number(values.rounds);
  const result = await measure(name, { ...bench, rounds }, (text) => process.stderr.write(`${text}\n`));
  await writeFile(`${folder}${name}.json`, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`\n${tableOf(result)}\n`);
  if (result.cases.some(({ met }) => met === false)) process.exitCode = 1;
}
// What capacity makes its calls with keeps a process from ending, and its own cleaning up crashes.
process.exit();
