import { days } from '../../arrival/hours.ts';
import { t } from '../../i18n/index.ts';
import { Radios } from '../../ui/Radios.tsx';
import { DayFields } from './DayFields.tsx';
import type { HoursForm } from './hours-form.ts';

interface Props {
  form: HoursForm;
  error: string | undefined;
}

/** When a clinic is open, day by day. */
export const HoursFields = ({ form, error }: Props) => (
  <>
    <Radios
      id="hours"
      legend={t('clinics:form.open')}
      error={error}
      options={[
        { value: 'always', label: t('clinics:form.always') },
        { value: 'hours', label: t('clinics:form.atTimes') },
      ]}
      value={form.mode}
    />
    {form.mode.value === 'hours' && (
      <div class="fd-week">
        <p class="nhsuk-hint">{t('clinics:form.hoursHint')}</p>
        {days.map((day, index) => (
          <DayFields
            key={day}
            day={index + 1}
            name={t(`clinics:days.${day}`)}
            form={form}
            showWrong={error !== undefined}
          />
        ))}
      </div>
    )}
  </>
);
