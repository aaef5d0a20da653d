import type { OpeningHours } from '@front-door/shared/domain/opening-hours.ts';
import { t } from '../i18n/index.ts';
import { days, spansOn } from './hours.ts';

/** A usual week, day by day. */
export const HoursTable = ({ hours }: { hours: OpeningHours }) => (
  <table class="fd-hours" data-testid="hours">
    <caption>{t('arrival:hours')}</caption>
    <tbody>
      {days.map((day, index) => (
        <tr key={day}>
          <th scope="row">{t(`arrival:days.${day}`)}</th>
          <td>
            {spansOn(hours, index + 1).map((span) => (
              <bdi key={span} dir="ltr">
                {span}
              </bdi>
            ))}
            {spansOn(hours, index + 1).length === 0 && t('arrival:shut')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
