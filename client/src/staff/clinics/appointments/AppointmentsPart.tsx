import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../../i18n/index.ts';
import { TextButton } from '../../../ui/Button.tsx';
import { Details } from '../../../ui/Details.tsx';
import { useFocusOnShow } from '../../../ui/focus.ts';
import { navigate, place } from '../../router.ts';
import type { Clinic } from '../clinics.ts';
import { AppointmentFields } from './AppointmentFields.tsx';
import { AppointmentForm } from './appointment-form.ts';
import { DayList } from './day-list.ts';
import { DayPart } from './DayPart.tsx';
import { Made } from './Made.tsx';
import { UploadForm } from './upload-form.ts';
import { UploadPart } from './UploadPart.tsx';

interface Props {
  clinic: Clinic | undefined;
  timeZone: string;
}

/** The appointments of one clinic: those of a day, and making more. */
export const AppointmentsPart = ({ clinic, timeZone }: Props) => (
  <>
    <TextButton onClick={() => navigate(place.value.path)}>{t('clinics:appointments.back')}</TextButton>
    {clinic ? <Appointments clinic={clinic} timeZone={timeZone} /> : <p>{t('clinics:appointments.unknown')}</p>}
  </>
);

function Appointments({ clinic, timeZone }: { clinic: Clinic; timeZone: string }) {
  const heading = useFocusOnShow<HTMLHeadingElement>();
  const list = useMemo(() => new DayList(clinic.id, timeZone), [clinic.id, timeZone]);
  const form = useMemo(() => new AppointmentForm(clinic.id, timeZone), [clinic.id, timeZone]);
  const upload = useMemo(() => new UploadForm(clinic.id), [clinic.id]);
  useEffect(() => void list.load(), [list]);
  const made = form.made.value;
  return (
    <>
      <h2 class="nhsuk-heading-m" ref={heading}>
        {t('clinics:appointments.title', { clinic: clinic.name })}
      </h2>
      <p>{t('clinics:appointments.zone', { zone: timeZone })}</p>
      <DayPart list={list} />
      {made && <Made key={made.id} made={made} timeZone={timeZone} />}
      <Details summary={t('clinics:make.heading')}>
        <AppointmentFields form={form} onMade={(day) => list.show(day)} />
      </Details>
      <Details summary={t('clinics:upload.heading')}>
        <UploadPart form={upload} timeZone={timeZone} onMade={() => list.load()} />
      </Details>
    </>
  );
}
