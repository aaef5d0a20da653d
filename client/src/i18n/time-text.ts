import { currentLocale } from './index.ts';

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const format = (at: number, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(currentLocale(), options).format(at);

/** A point in time, in ms since the epoch, as it is read today: "14:05", on another day "24 November at 14:05". */
export function timeText(at: number, now = Date.now()): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return format(at, sameDay ? clock : { day: 'numeric', month: 'long', ...clock });
}

/** A point in time to the second, with its date: "23 Nov 2026, 14:05:09". */
export const exactTimeText = (at: number): string => format(at, { dateStyle: 'medium', timeStyle: 'medium' });
