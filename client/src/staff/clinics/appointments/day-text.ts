import { t } from '../../../i18n/index.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** A time (14:30) of a day (2026-11-23) in words. */
export function dayText(day: string, time: string): string {
  const [, month, dayOfMonth] = day.split('-').map(Number);
  return t('time.onDay', { day: dayOfMonth!, month: t(`time.months.${months[month! - 1]!}`), clock: time });
}
