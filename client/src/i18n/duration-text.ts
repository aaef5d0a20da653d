import { t } from './index.ts';

const minute = 60_000;

/** A length of time in words, as a person would say it: "4 minutes", "1 hour 5 minutes". Rounded down. */
export function durationText(milliseconds: number): string {
  const whole = Math.floor(milliseconds / minute);
  if (whole < 1) return t('duration.moment');
  const hours = Math.floor(whole / 60);
  const minutes = t('duration.minutes', { count: whole % 60 });
  if (hours === 0) return minutes;
  const inHours = t('duration.hours', { count: hours });
  return whole % 60 === 0 ? inHours : t('duration.both', { hours: inHours, minutes });
}

/** A running clock: "0:07", "12:30", "1:02:30". */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? [hours, ...parts].join(':') : parts.join(':').replace(/^0/, '');
}
