import type { OpeningHours } from '@front-door/shared/domain/opening-hours.ts';
import { days, spansOn } from '../../arrival/hours.ts';
import { t } from '../../i18n/index.ts';

/** Days that follow each other and have the same hours: `Monday to Friday`, and `08:00 – 12:00, 14:00 – 18:30`. */
export interface DaysAlike {
  days: string;
  times: string;
}

/** A usual week, closed days left out. */
export function weekText(hours: OpeningHours): DaysAlike[] {
  const week = days.map((_, index) => spansOn(hours, index + 1).join(', '));
  const beginnings = week.flatMap((times, index) => (times !== '' && times !== week[index - 1] ? [index] : []));
  return beginnings.map((first) => {
    const next = week.findIndex((times, index) => index > first && times !== week[first]);
    const last = (next === -1 ? days.length : next) - 1;
    const [from, to] = [nameOf(first), nameOf(last)];
    return { days: first === last ? from : t('clinics:fromTo', { from, to }), times: week[first]! };
  });
}

const nameOf = (index: number): string => t(`clinics:days.${days[index]!}`);
