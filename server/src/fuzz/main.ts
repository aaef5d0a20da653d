import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { httpRequests } from '@front-door/shared/protocol/http.ts';
import { socketRequests } from '@front-door/shared/protocol/socket.ts';
import { openInMemory } from '../db/client.ts';
import { openPostgres } from '../testing/postgres.ts';
import { fuzz } from './campaign.ts';
import { Fuzzed } from './fuzzed.ts';
import { anySequence } from './steps.ts';

/** Fuzzes a server of its own and says what came of it. Ends with an error if something went wrong. */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '200000' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    path: { type: 'string' },
    /** Seconds. */
    shorten: { type: 'string', default: '300' },
    longest: { type: 'string', default: '800' },
  },
});
const [messages, seed, longest] = [values.messages, values.seed, values.longest].map(Number) as [
  number,
  number,
  number,
];
const say = (text: string) => process.stdout.write(`${text}\n`);

// The first sequence takes seconds to make, in which the server would answer nobody.
fc.sample(anySequence(longest), { seed, numRuns: 2 });

const onPostgres = process.env.TEST_DATABASE_URL !== undefined;
const fuzzed = await Fuzzed.start(await (onPostgres ? openPostgres() : openInMemory()));
const began = performance.now();
say(`fuzz: ${messages} messages from seed ${seed}, on ${onPostgres ? 'PostgreSQL' : 'the embedded database'}`);
const until = Date.now() + Number(values.minutes) * 60_000;
const wanted = {
  seed,
  messages,
  until,
  longest,
  shortenFor: Number(values.shorten) * 1000,
  ...(values.path !== undefined && { path: values.path }),
};
const result = await fuzz(fuzzed, wanted);
const seconds = (performance.now() - began) / 1000;
await fuzzed.close();

const { tally } = result;
const list = (counts: Map<string, number>) => {
  for (const [what, count] of [...counts].toSorted(([, a], [, b]) => b - a))
    say(`${String(count).padStart(9)}  ${what}`);
};
say('\nWhat came of it:');
list(tally.outcomes);
say('\nAccepted:');
list(tally.accepted);
const never = Object.keys({ ...socketRequests, ...httpRequests }).filter((name) => !tally.accepted.has(name));
if (never.length > 0) say(`\nNever accepted: ${never.join(', ')}`);
if (result.failure !== null) say(`\n${result.failure}`);
if (tally.slowMoments + tally.brokenOff > 0) {
  say(`\nThe database was late ${tally.slowMoments} times; ${tally.brokenOff} sequences were broken off for that`);
}
const what = `${tally.messages} messages in ${result.sequences} sequences, ${seconds.toFixed(0)} s, seed ${seed}`;
say(
  `\n${what}: ${result.failedAfter === null ? 'nothing went wrong' : `SOMETHING WENT WRONG after ${result.failedAfter}`}`,
);
process.exit(result.failure === null ? 0 : 1);
