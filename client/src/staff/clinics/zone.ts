/**
 * Times by the clocks of a practice, which need not be those of the device. Days are written as date inputs do
 * (2026-11-23) and times as time inputs do (14:30); zones are IANA names; moments are ms since the epoch.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedes write 2026-11-23 14:30.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format;
}

const readingAt = (at: number, timeZone: string): string => clockOf(timeZone).format(at);

export const dayAt = (at: number, timeZone: string): string => readingAt(at, timeZone).slice(0, 10);
export const timeAt = (at: number, timeZone: string): string => readingAt(at, timeZone).slice(11);

/**
 * The moment at which the clocks show that; null where it is no date or time, or where the clocks are put forward over
 * it. Of the hour that there is twice when they are put back, the first.
 */
export function momentOf(day: string, time: string, timeZone: string): number | null {
  const asUtc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(asUtc)) return null;
  // Clocks are not changed twice in two days: what they are ahead at that moment is what they are a day before or after.
  const candidates = [asUtc - oneDay, asUtc + oneDay].map((near) => asUtc - aheadAt(near, timeZone));
  return candidates.toSorted((a, b) => a - b).find((at) => readingAt(at, timeZone) === `${day} ${time}`) ?? null;
}

const oneDay = 24 * 3_600_000;

const aheadAt = (at: number, timeZone: string): number => Date.parse(`${readingAt(at, timeZone)}Z`) - at;

/** The day that comes so many days later, or before when negative. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10);

/** From midnight to midnight; a day on which the clocks change is longer or shorter. */
export function spanOf(day: string, timeZone: string): { from: number; until: number } {
  return { from: midnight(day, timeZone), until: midnight(dayAfter(day, 1), timeZone) };
}

/** When a day begins; where its first hour is left out, at one o'clock. */
const midnight = (day: string, timeZone: string): number =>
  momentOf(day, '00:00', timeZone) ?? momentOf(day, '01:00', timeZone) ?? Date.parse(day);
