import { useSignal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { Details } from '../../ui/Details.tsx';
import { lazy } from '../../ui/lazy.tsx';
import type { Clinic } from './clinics.ts';

const QrCode = lazy(async () => (await import('../../ui/QrCode.tsx')).QrCode);

/** The clinic's link for the cameras of patients' phones; drawn when it is asked for. */
export function ClinicCode({ clinic }: { clinic: Clinic }) {
  const open = useSignal(false);
  return (
    <Details summary={t('clinics:code')} onToggle={(isOpen) => (open.value = isOpen)}>
      {open.value && <QrCode text={clinic.url} label={t('clinics:codeLabel', { clinic: clinic.name })} />}
    </Details>
  );
}
