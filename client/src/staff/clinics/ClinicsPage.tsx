import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Problem } from '../../ui/Problem.tsx';
import { place } from '../router.ts';
import { AppointmentsPart } from './appointments/AppointmentsPart.tsx';
import { ClinicList } from './ClinicList.tsx';
import { Clinics } from './clinics.ts';

/** The practice's clinics. `?clinic=ID` shows the appointments of one. */
export function ClinicsPage() {
  const clinics = useMemo(() => new Clinics(), []);
  useEffect(() => void clinics.load(), [clinics]);
  const known = clinics.known.value;
  const wanted = new URLSearchParams(place.value.query).get('clinic');
  return (
    <>
      <Problem action={clinics.action} />
      {!known && clinics.action.busy.value && <p>{t('staff:frame.loading')}</p>}
      {known && wanted === null && <ClinicList clinics={clinics} list={known.clinics} />}
      {known && wanted !== null && (
        <AppointmentsPart
          key={wanted}
          clinic={known.clinics.find(({ id }) => id === wanted)}
          timeZone={known.timeZone}
        />
      )}
    </>
  );
}
