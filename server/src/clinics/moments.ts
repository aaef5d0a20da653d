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

/** A date as people and spreadsheets write it: 2026-11-23 or 23/11/2026. */
export const readDay = (text: string): Day | null => read(text, ['yyyy-MM-dd', 'd/M/yyyy']);

/** A time as people and spreadsheets write it: 14:30, 14.30, 1430 or 14:30:00. */
export const readHour = (text: string): Hour | null => read(text, ['H:mm', 'H.mm', 'HHmm', 'H:mm:ss']);

function read(text: string, formats: string[]): (Day & Hour) | null {
  // Where every day has all its hours, whatever the zone of the machine.
  const found = formats.map((format) => DateTime.fromFormat(text, format, { zone: 'utc' })).find((one) => one.isValid);
  return found?.toObject() ?? null;
}

/**
 * That time of that day by the clocks of a zone (IANA name), in ms since the epoch; the first of both where the clocks
 * are put back, and null where they are put forward over it.
 */
export function moment({ year, month, day }: Day, { hour, minute }: Hour, timeZone: string): number | null {
  const at = DateTime.fromObject({ year, month, day, hour, minute }, { zone: timeZone });
  return at.hour === hour && at.minute === minute ? at.toMillis() : null;
}
