import { t } from './index.ts';

/** "14:05" is read in every language; the months' names are our own, since not every browser knows each language's. */
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exactClock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

const dayOf = (date: Date) => ({ day: date.getDate(), month: t(`time.months.${months[date.getMonth()]!}`) });

/** A point in time, in ms since the epoch, as it is read today: "14:05", on another day "24 November at 14:05". */
export function timeText(at: number, now = Date.now()): string {
  const date = new Date(at);
  if (date.toDateString() === new Date(now).toDateString()) return clock.format(at);
  return t('time.onDay', { ...dayOf(date), clock: clock.format(at) });
}

/** A point in time to the second, with its date: "23 November 2026, 14:05:09". */
export function exactTimeText(at: number): string {
  const date = new Date(at);
  return t('time.exact', { ...dayOf(date), year: date.getFullYear(), clock: exactClock.format(at) });
}
