import { DateTime } from 'luxon';

export interface Day {
  year: number;
  month: number;
  day: number;
}

export interface Hour {
  hour: number;
  minute: number;
}

const dayFormats = ['yyyy-MM-dd', 'd/M/yyyy'];
const hourFormat = /^(?:(\d{1,2})[:.]|(\d\d))([0-5]\d)(?::[0-5]\d)?$/;

/** A date as people and spreadsheets write it: 2026-11-23 or 23/11/2026. */
export const readDay = (text: string): Day | null =>
  dayFormats.map((format) => DateTime.fromFormat(text, format)).find(({ isValid }) => isValid) ?? null;

/** A time as people and spreadsheets write it: 14:30, 14.30, 1430 or 14:30:00. */
export function readHour(text: string): Hour | null {
  const [, before, joined, minute] = hourFormat.exec(text) ?? [];
  const hour = Number(before ?? joined);
  return hour < 24 ? { hour, minute: Number(minute) } : null;
}

/**
 * That time of that day by the clocks of a zone (IANA name), in ms since the epoch; the first of both where the clocks
 * are put back, and null where they are put forward over it.
 */
export function moment({ year, month, day }: Day, { hour, minute }: Hour, timeZone: string): number | null {
  const at = DateTime.fromObject({ year, month, day, hour, minute }, { zone: timeZone });
  return at.hour === hour && at.minute === minute ? at.toMillis() : null;
}
