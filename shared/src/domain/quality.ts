/**
 * How good a picture goes one way, by what the network lets through. Sound is no part of it: it always goes, and
 * pictures give way to it.
 *
 * Down it goes quickly, and by as many steps as it takes. Up it goes slowly and one step at a time, for nobody knows
 * whether more would get through until it is tried; after each try in vain the next one waits longer.
 */

/** From worst to best. `off`: the last picture stays; `slow`: small, a few a second; `small`: small, moving as usual. */
export const pictureLevels = ['off', 'slow', 'small', 'full'] as const;
export type PictureLevel = (typeof pictureLevels)[number];

/** What was measured of one way, about once a second; null for what is not known. */
export interface Sample {
  /** Bits per second that would get through, for each picture, and that go now. */
  available: number | null;
  sending: number;
  /** Share of packets lost over the last seconds, from 0 to 1. */
  loss: number | null;
  /** There and back, ms. */
  roundTripTime: number | null;
  /** The other way is known to be crowded, so that this one need not be why it takes long there and back. */
  isOtherWayCrowded?: boolean;
}

/** What is made of the samples so far. Times are ms by whatever clock the samples come by. */
export interface Judgement {
  level: PictureLevel;
  /** Since when it is that. */
  since: number;
  /** It was reached by going up, and has not stood its trial yet. */
  onTrial: boolean;
  /** Since when no better than each level has been deserved, without a break. */
  noBetter: Partial<Record<PictureLevel, number>>;
  /** Since when nothing speaks against a try upwards. */
  goodSince: number;
  /** How long that has to last. */
  pause: number;
  /** What the network was like when the last try upwards ended in vain. */
  failedIn: Pick<Sample, 'loss' | 'roundTripTime'> | null;
}

/** For how long less must be deserved before the level goes down, ms; much less, or sound alone, for a shorter time. */
export const patience = 2_000;
const steepPatience = 900;
/** A level that was gone up to has stood its trial after this, ms. */
export const trial = 8_000;
/** For how long after going up the bandwidth counts for nothing, ms: what could be sent shows only by sending. */
export const grace = 3_000;
/** How long things must be good before the first try upwards, and after many in vain, ms. */
export const shortestPause = 4_000;
export const longestPause = 30_000;

/** What a level takes, bits per second, sound included. */
const needed: Record<PictureLevel, number> = { off: 0, slow: 140_000, small: 250_000, full: 400_000 };
/**
 * What whoever estimates a way takes to get through at least, bits per second: sound and the smallest picture. An estimate
 * that fell below lets no picture through, and so would never learn that there is room again. It is less than any
 * picture is thought to need: whether one is sent over such a way is said by what is above.
 */
export const leastBitrate = 130_000;
/** Estimates of a way grow no further than to so many times what goes over it: then they say nothing against it. */
const ample = 1.3;
/** Unless so much is lost, which is no sign of room. */
const clean = 0.03;

/** What no level above bears. */
const mostLoss: Record<PictureLevel, number> = { off: 1, slow: 0.25, small: 0.15, full: 0.1 };
const mostRoundTripTime: Record<PictureLevel, number> = { off: Infinity, slow: 1_800, small: 1_200, full: 800 };

export const rank = (level: PictureLevel): number => pictureLevels.indexOf(level);
export const better = (a: PictureLevel, b: PictureLevel): PictureLevel => (rank(a) >= rank(b) ? a : b);
export const worse = (a: PictureLevel, b: PictureLevel): PictureLevel => (rank(a) <= rank(b) ? a : b);
const above = (level: PictureLevel): PictureLevel => pictureLevels[rank(level) + 1] ?? level;

const bestThat = (bears: (level: PictureLevel) => boolean): PictureLevel => pictureLevels.findLast(bears) ?? 'off';

/**
 * What a way of which this was measured deserves while `level` goes over it. Bandwidth speaks only against what is
 * being sent: of more than that nothing is known.
 */
export function deserved(level: PictureLevel, sample: Sample): PictureLevel {
  const { available, sending, loss, roundTripTime, isOtherWayCrowded = false } = sample;
  const isAmple = available === null || (isEstimate(available) && available >= sending * ample && (loss ?? 0) <= clean);
  const byBandwidth = isAmple || available >= needed[level] ? 'full' : bestThat((one) => needed[one] <= available);
  const byLoss = bestThat((one) => (loss ?? 0) <= mostLoss[one]);
  const byDelay = bestThat((one) => isOtherWayCrowded || (roundTripTime ?? 0) <= mostRoundTripTime[one]);
  return worse(byBandwidth, worse(byLoss, byDelay));
}

/** At the least that is ever estimated nothing is known but that it is not more. */
const isEstimate = (available: number): boolean => available > leastBitrate * 1.02;

/** The first judgement: of a way that is known to be weak sound alone begins. */
export function begin(now: number, isWeak: boolean): Judgement {
  const level = isWeak ? 'off' : 'full';
  return { level, since: now, onTrial: false, noBetter: {}, goodSince: now, pause: shortestPause, failedIn: null };
}

export function judge(before: Judgement, sample: Sample, now: number): Judgement {
  const isFresh = before.onTrial && now - before.since < grace;
  // With the picture off nothing is sent that could show what would get through.
  const heard = isFresh || before.level === 'off' ? { ...sample, available: null } : sample;
  const deserves = deserved(before.level, heard);
  const notBelow = pictureLevels.filter((level) => rank(level) >= rank(deserves));
  const noBetter = Object.fromEntries(notBelow.map((level) => [level, before.noBetter[level] ?? now]));
  const judgement: Judgement = { ...before, noBetter };
  if (rank(deserves) < rank(before.level)) return doubt(judgement, heard, now);
  if (deserves === before.level && deserves !== 'full') return { ...judgement, goodSince: now };
  return hope(judgement, sample, now);
}

function doubt(before: Judgement, sample: Sample, now: number): Judgement {
  const surely = deserved(before.level, sureOf(sample));
  const level = pictureLevels.find((one) => isDue(before, one, surely, now));
  if (level === undefined) return { ...before, goodSince: now };
  const fallen = { level, since: now, onTrial: false, goodSince: now };
  if (!before.onTrial) return { ...before, ...fallen };
  const { loss, roundTripTime } = sample;
  const pause = Math.min(before.pause * 2, longestPause);
  return { ...before, ...fallen, pause, failedIn: { loss, roundTripTime } };
}

/**
 * What is sure of a sample: how long there and back takes may be the other way's fault, and the least that is ever
 * estimated is said of any way that has just been crowded, for seconds after it is good again.
 */
function sureOf(sample: Sample): Sample {
  const { available } = sample;
  return { ...sample, available: available !== null && isEstimate(available) ? available : null, roundTripTime: null };
}

/** Whether less is deserved than what goes, which may have to change soon. */
export const isDoubted = ({ level, noBetter }: Judgement): boolean =>
  pictureLevels.some((one) => rank(one) < rank(level) && noBetter[one] !== undefined);

/** Whether no better than a level that is worse than the present one has been deserved for long enough. */
function isDue({ level, noBetter }: Judgement, worseLevel: PictureLevel, surely: PictureLevel, now: number): boolean {
  const steps = rank(level) - rank(worseLevel);
  const since = noBetter[worseLevel];
  if (steps <= 0 || since === undefined) return false;
  const isSteep = (steps > 1 || worseLevel === 'off') && rank(surely) <= rank(worseLevel);
  return now - since >= (isSteep ? steepPatience : patience);
}

function hope(before: Judgement, sample: Sample, now: number): Judgement {
  const stood = before.onTrial && now - before.since >= trial;
  const eased = before.failedIn !== null && hasEased(before.failedIn, sample);
  const judgement: Judgement = {
    ...before,
    onTrial: before.onTrial && !stood,
    pause: stood || eased ? shortestPause : before.pause,
    failedIn: stood || eased ? null : before.failedIn,
  };
  const goodSince = Math.max(judgement.goodSince, judgement.since);
  const isLong = now - goodSince >= judgement.pause && !judgement.onTrial;
  if (judgement.level === 'full' || !isLong) return judgement;
  return { ...judgement, level: above(judgement.level), since: now, onTrial: true };
}

/** Clearly another network than the one in which the last try ended: what it said counts no longer. */
function hasEased(failedIn: NonNullable<Judgement['failedIn']>, { loss, roundTripTime }: Sample): boolean {
  const lossEased = failedIn.loss !== null && failedIn.loss > 0.02 && loss !== null && loss < failedIn.loss / 4;
  const delayEased =
    failedIn.roundTripTime !== null && roundTripTime !== null && roundTripTime < failedIn.roundTripTime / 2 - 20;
  return lossEased || delayEased;
}

/**
 * The judgement of a way that is there again after nothing got through, or that another takes the place of: as good a
 * picture as before goes over it, on trial.
 */
export function renew(before: Judgement, level: PictureLevel, now: number): Judgement {
  return { ...before, level, since: now, onTrial: level !== 'off', noBetter: {}, goodSince: now };
}

/** The best picture of somebody who saves data. */
export const thrifty: PictureLevel = 'slow';

/** Bits per second for the sound: less beside a poor network, and always enough to be understood. */
export const soundBitrate: Record<PictureLevel, number> = { off: 24_000, slow: 24_000, small: 32_000, full: 40_000 };
