import type { OpeningHours } from '@front-door/shared/domain/opening-hours.ts';
import { t } from '../../i18n/index.ts';
import { weekText } from './week-text.ts';

/** When callers can come in, in as few lines as say it. */
export function ClinicHours({ hours }: { hours: OpeningHours | null }) {
  if (hours === null) return <>{t('clinics:always')}</>;
  const week = weekText(hours);
  if (week.length === 0) return <>{t('clinics:never')}</>;
  return (
    <ul class="nhsuk-list">
      {week.map(({ days, times }) => (
        <li key={days}>
          {days}: {times}
        </li>
      ))}
    </ul>
  );
}
