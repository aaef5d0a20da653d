import { t } from '../../../i18n/index.ts';
import { CopyField } from '../../../ui/CopyField.tsx';
import { useFocusOnShow } from '../../../ui/focus.ts';
import { SendLink } from '../../invitations/SendLink.tsx';
import { dayAt, timeAt } from '../zone.ts';
import { dayText } from './day-text.ts';
import type { AppointmentForm } from './appointment-form.ts';

interface Props {
  made: NonNullable<AppointmentForm['made']['value']>;
  timeZone: string;
}

/** An appointment that was just made, with its links. */
export function Made({ made, timeZone }: Props) {
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const [day, time] = [dayAt(made.expectedAt, timeZone), timeAt(made.expectedAt, timeZone)];
  return (
    <section class="fd-card fd-card--ready">
      <h3 class="nhsuk-heading-s" ref={heading}>
        {t('clinics:make.ready', { when: dayText(day, time) })}
      </h3>
      <p>{t('clinics:make.next')}</p>
      <CopyField
        label={t('staff:home.patientLink')}
        text={made.patientLink}
        copy={t('staff:home.copyPatientLink')}
        kind="primary"
      />
      <CopyField
        label={t('staff:home.clinicianLink')}
        text={made.clinicianLink}
        copy={t('staff:home.copyClinicianLink')}
      />
      <SendLink
        consultationId={made.id}
        label={t('clinics:appointments.sendOf', {
          time,
          patient: made.patientName || t('clinics:appointments.unnamed'),
        })}
      />
    </section>
  );
}
