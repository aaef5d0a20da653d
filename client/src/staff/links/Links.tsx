import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Details } from '../../ui/Details.tsx';
import { Problem } from '../../ui/Problem.tsx';
import type { LinkEntry } from './consultation-links.ts';
import { ConsultationLinks } from './consultation-links.ts';
import { LinkTable } from './LinkTable.tsx';

/** A consultation's links, for when one went astray: make another, cancel one. */
export function Links({ consultationId }: { consultationId: string }) {
  const store = useMemo(() => new ConsultationLinks(consultationId), [consultationId]);
  const toRevoke = useSignal<LinkEntry | null>(null);
  const made = store.made.value;
  return (
    <Details summary={t('staff:links.summary')} onToggle={(open) => open && void store.load()}>
      <Problem action={store.action} />
      {store.links.value.length > 0 && (
        <LinkTable links={store.links.value} onRevoke={(link) => (toRevoke.value = link)} />
      )}
      <div class="fd-actions">
        <Button kind="secondary" small busy={store.action.busy.value} onClick={() => void store.make('patient')}>
          {t('staff:links.newPatient')}
        </Button>
        <Button kind="secondary" small busy={store.action.busy.value} onClick={() => void store.make('clinician')}>
          {t('staff:links.newClinician')}
        </Button>
      </div>
      {made?.role === 'patient' && (
        <CopyField
          key={made.url}
          label={t('staff:home.patientLink')}
          text={made.url}
          copy={t('staff:home.copyPatientLink')}
        />
      )}
      {made?.role === 'clinician' && (
        <CopyField
          key={made.url}
          label={t('staff:home.clinicianLink')}
          text={made.url}
          copy={t('staff:home.copyClinicianLink')}
        />
      )}
      {toRevoke.value && <RevokeDialog link={toRevoke.value} store={store} onClose={() => (toRevoke.value = null)} />}
    </Details>
  );
}

interface DialogProps {
  link: LinkEntry;
  store: ConsultationLinks;
  onClose: () => void;
}

const RevokeDialog = ({ link, store, onClose }: DialogProps) => (
  <ConfirmDialog
    heading={t('staff:links.revokeQuestion')}
    confirm={t('staff:links.revoke')}
    warning
    busy={store.action.busy.value}
    onConfirm={() => void store.revoke(link.id).then(onClose)}
    onCancel={onClose}
  >
    <p>{link.role === 'patient' ? t('staff:links.revokePatient') : t('staff:links.revokeClinician')}</p>
  </ConfirmDialog>
);
