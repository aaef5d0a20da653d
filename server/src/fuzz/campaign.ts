import { inspect as describe } from 'node:util';
import fc from 'fast-check';
import { isAway } from '../db/away.ts';
import type { Fuzzed } from './fuzzed.ts';
import { inspect, inspectEmpty } from './inspection.ts';
import { Play } from './play.ts';
import { anySequence, type Step } from './steps.ts';
import { Tally } from './tally.ts';
import { Violation } from './violation.ts';

/** After how many steps everything is looked at. */
const looksEvery = 10;

export interface Wanted {
  /** Of the random numbers; the same seed makes the same sequences. */
  seed: number;
  /** Leads to one sequence of that seed, as it was reported. */
  path?: string;
  /** How many messages at least. */
  messages: number;
  /** When it stops at the latest, though there were fewer; ms since the epoch. */
  until?: number;
  /** Steps of a sequence at most. */
  longest: number;
  /** For how long a sequence that went wrong is made shorter, ms; with 0 it is reported as it is. */
  shortenFor: number;
}

export interface Result {
  sequences: number;
  /** How many messages it took until something went wrong. */
  failedAfter: number | null;
  tally: Tally;
  /** What went wrong, with the shortest sequence found that leads there; null for nothing. */
  failure: string | null;
}

/** Plays sequence after sequence against a running server, until there were so many messages or one went wrong. */
export async function fuzz(
  fuzzed: Fuzzed,
  { seed, path, messages, until = Infinity, longest, shortenFor }: Wanted,
): Promise<Result> {
  const tally = new Tally();
  const stray: unknown[] = [];
  const onStray = (error: unknown) => void stray.push(error);
  process.on('unhandledRejection', onStray);
  process.on('uncaughtException', onStray);
  let failedAfter: number | null = null;
  const property = fc.asyncProperty(anySequence(longest), async (steps) => {
    const { logged } = fuzzed.server;
    const before = logged.length;
    try {
      await playOut(fuzzed, tally, steps, stray);
    } catch (error) {
      // What goes wrong while the database of a busy machine is late says nothing: people are let go without a word.
      const wasLate = isAway(error) || logged.slice(before).some(saysSlow);
      if (wasLate) tally.brokenOff += 1;
      else failedAfter ??= tally.messages;
      // A shorter sequence must not fail for what this one left behind.
      await fuzzed.restart();
      if (!wasLate) throw error;
    }
  });
  try {
    for (let sequences = 1; ; sequences += 1) {
      // Each sequence has a seed of its own, so that one can be played again without those before it. Some are made to
      // be small and full of extremes, most of them long.
      const own = seed + sequences - 1;
      const settings = { seed: own, numRuns: 1, unbiased: own % 4 !== 0, ...(path !== undefined && { path }) };
      const first = await fc.check(property, { ...settings, endOnFailure: true });
      if (first.failed) return { sequences, failedAfter, tally, failure: report(await shorten(first, settings)) };
      if (path !== undefined || tally.messages >= messages || Date.now() > until) {
        return { sequences, failedAfter, tally, failure: null };
      }
    }
  } finally {
    process.off('unhandledRejection', onStray);
    process.off('uncaughtException', onStray);
  }

  /** Plays it again and again with less in it. What fails but now and then may not fail again. */
  async function shorten(first: Details, settings: fc.Parameters<[Step[]]>): Promise<Details> {
    if (shortenFor === 0) return first;
    const shorter = await fc.check(property, { ...settings, interruptAfterTimeLimit: shortenFor });
    return shorter.counterexample === null ? first : shorter;
  }
}

type Details = fc.RunDetails<[Step[]]>;

function report({ seed, counterexamplePath, numShrinks, counterexample, errorInstance }: Details) {
  return [
    // With its stack and what caused it.
    describe(errorInstance),
    `To play it again: npm run fuzz -- --seed ${seed} --path ${counterexamplePath}`,
    `The shortest of ${numShrinks} attempts to make it shorter:`,
    ...(counterexample?.[0] ?? []).map((step) => `  ${JSON.stringify(step)}`),
  ].join('\n');
}

async function playOut(fuzzed: Fuzzed, tally: Tally, steps: Step[], stray: unknown[]): Promise<void> {
  const { server } = fuzzed;
  const logged = server.logged.length;
  const play = await Play.begin(server, tally);
  const practiceIds = play.cast.practices.map(({ id }) => id);
  try {
    for (const [index, step] of steps.entries()) {
      await play.step(step);
      if (index % looksEvery !== looksEvery - 1) continue;
      await play.silence();
      await inspect(server, practiceIds);
    }
    await play.silence();
    await inspect(server, practiceIds);
  } finally {
    await play.silence().catch(() => undefined);
    play.leave();
    if (play.deaths > 0) fuzzed.letPass();
  }
  await inspectEmpty(server, practiceIds);
  if (stray.length > 0)
    throw new Violation(
      'an error that nobody caught',
      stray.splice(0).map((error) => describe(error)),
    );
  const news = server.logged.slice(logged);
  tally.slowMoments += news.filter(saysSlow).length;
  const wrong = news.filter((line) => !saysSlow(line) && !(play.deaths > 0 && line.includes('media worker died')));
  if (wrong.length > 0) throw new Violation('the server logged that something went wrong', wrong);
}

/** It tells of a database that did not answer in time; whoever asked for something was told so, or it was done later. */
const saysSlow = (line: string) =>
  /Query read timeout|Connection terminated|timeout exceeded when trying to connect|"code":"(57014|25P03)"|the database is away/.test(
    line,
  );
