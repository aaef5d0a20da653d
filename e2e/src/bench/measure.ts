import type { Bench, Case, Contestants, Target } from './bench.ts';
import { summarise, type Summary } from './statistics.ts';

/** A case's outcome, as it is written to the results. */
export interface Outcome {
  case: string;
  unit: Case['unit'];
  ours: Summary;
  floor: Summary | null;
  peer: Summary | null;
  target: number | null;
  /** null without a target. */
  met: boolean | null;
}

/** A bench's outcome, as it is written to the results. */
export interface Result {
  name: string;
  /** ISO 8601. */
  at: string;
  versions: Record<string, string>;
  cases: Outcome[];
}

type Samples = Record<keyof Contestants<string>, Record<string, number[]>>;

/** Runs a bench. `tell` hears how far it is. */
export async function measure(name: string, bench: Bench<string>, tell: (text: string) => void): Promise<Result> {
  const at = new Date().toISOString();
  const { contestants, versions, close } = await bench.prepare();
  try {
    const samples: Samples = { ours: {}, floor: {}, peer: {} };
    for (let round = 1; round <= bench.rounds; round += 1) {
      tell(`${name}: round ${round} of ${bench.rounds}`);
      const counts = round > 1 || !bench.warmUp;
      await oneRound(contestants, counts ? samples : { ours: {}, floor: {}, peer: {} });
    }
    const cases = Object.entries(bench.cases).map(([title, one]) => outcomeOf(title, one, samples));
    return { name, at, versions: { node: process.versions.node, ...versions }, cases };
  } finally {
    await close();
  }
}

async function oneRound(contestants: Contestants<string>, samples: Samples): Promise<void> {
  for (const who of ['ours', 'floor', 'peer'] as const) {
    const measured = (await contestants[who]?.()) ?? {};
    for (const [title, sample] of Object.entries(measured)) (samples[who][title] ??= []).push(sample!);
  }
}

/** Judges one case by its samples. */
export function outcomeOf(title: string, { unit, target }: Case, samples: Samples): Outcome {
  const summaryOf = (who: keyof Samples) => (samples[who][title] ? summarise(samples[who][title]) : null);
  const ours = summaryOf('ours');
  if (ours === null) throw new Error(`Nothing was measured for ${title}.`);
  const [floor, peer] = [summaryOf('floor'), summaryOf('peer')];
  const met = target && isMet(target, ours, floor, peer, (other) => summarise(samples.ours[other]!));
  return { case: title, unit, ours, floor, peer, target: target && mainNumberOf(target), met };
}

const mainNumberOf = (target: Target): number => Object.values(target).find((value) => typeof value === 'number')!;

function isMet(
  target: Target,
  ours: Summary,
  floor: Summary | null,
  peer: Summary | null,
  oursOf: (title: string) => Summary,
): boolean {
  if ('atMost' in target) return ours.max <= target.atMost;
  if ('of' in target) return ours.median <= oursOf(target.of).median * target.times;
  const within = (other: Summary | null, times: number | undefined, number: 'median' | 'p95') =>
    times === undefined || (other !== null && ours[number] <= other.median * times);
  if (!('timesFloor' in target)) return within(peer, target.timesPeer, 'median');
  const { timesFloor, p95, timesPeer } = target;
  return within(floor, timesFloor, 'median') && within(floor, p95, 'p95') && within(peer, timesPeer, 'median');
}
