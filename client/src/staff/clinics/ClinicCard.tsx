import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { ClinicCode } from './ClinicCode.tsx';
import { ClinicHours } from './ClinicHours.tsx';
import type { Clinic } from './clinics.ts';

interface Props {
  clinic: Clinic;
  onAppointments: () => void;
  onChange: () => void;
  onClose: () => void;
}

/** The id of the heading of a clinic's card. */
export const headingOf = (clinicId: string): string => `clinic-${clinicId}`;

/** A clinic: its link, when it is open, what can be done with it. */
export function ClinicCard({ clinic, onAppointments, onChange, onClose }: Props) {
  const { name, url, hours, welcome, late } = clinic;
  return (
    <Card label={name}>
      <h2 class="nhsuk-heading-m fd-clinic__name" id={headingOf(clinic.id)}>
        {name}
      </h2>
      {late !== null && <p>{t('clinics:late', { minutes: String(late) })}</p>}
      <CopyField label={t('clinics:link')} text={url} copy={t('clinics:copyLink')} />
      <ClinicCode clinic={clinic} />
      <dl class="fd-clinic__facts">
        <dt>{t('clinics:hours')}</dt>
        <dd>
          <ClinicHours hours={hours} />
        </dd>
        {welcome && <dt>{t('clinics:welcome')}</dt>}
        {welcome && <dd class="fd-words">{welcome}</dd>}
      </dl>
      <div class="fd-actions">
        <Button small onClick={onAppointments} label={t('clinics:actions.appointmentsOf', { clinic: name })}>
          {t('clinics:actions.appointments')}
        </Button>
        <Button kind="secondary" small onClick={onChange} label={t('clinics:actions.changeOf', { clinic: name })}>
          {t('clinics:actions.change')}
        </Button>
        <Button kind="secondary" small onClick={onClose} label={t('clinics:actions.closeOf', { clinic: name })}>
          {t('clinics:actions.close')}
        </Button>
      </div>
    </Card>
  );
}
