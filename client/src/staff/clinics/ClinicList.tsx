import { useSignal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { focusElement } from '../../ui/focus.ts';
import { navigate } from '../router.ts';
import { ClinicCard, headingOf } from './ClinicCard.tsx';
import { ClinicEditor } from './ClinicEditor.tsx';
import type { Clinic, Clinics } from './clinics.ts';

interface Props {
  clinics: Clinics;
  list: readonly Clinic[];
}

/** Where one makes a clinic. */
const makeId = 'make-clinic';

/** All clinics, with one of them or a new one being written. */
export function ClinicList({ clinics, list }: Props) {
  const edited = useSignal<Clinic | 'new' | null>(null);
  const toClose = useSignal<Clinic | null>(null);
  const stopEditing = (goOnAt: string) => {
    edited.value = null;
    // It is drawn by then.
    queueMicrotask(() => {
      const place = document.getElementById(goOnAt);
      if (place) focusElement(place);
    });
  };
  const editor = (clinic: Clinic | null) => (
    <ClinicEditor
      key={clinic?.id ?? 'new'}
      clinic={clinic}
      onSaved={(id) => clinics.load().then(() => stopEditing(headingOf(id)))}
      onCancel={() => stopEditing(clinic ? headingOf(clinic.id) : makeId)}
    />
  );
  return (
    <>
      <p>{t('clinics:intro')}</p>
      {edited.value === 'new' ? (
        editor(null)
      ) : (
        <div id={makeId}>
          <Button onClick={() => (edited.value = 'new')}>{t('clinics:actions.make')}</Button>
        </div>
      )}
      {list.length === 0 && <p>{t('clinics:none')}</p>}
      {list.map((clinic) =>
        edited.value === clinic ? (
          editor(clinic)
        ) : (
          <ClinicCard
            key={clinic.id}
            clinic={clinic}
            onAppointments={() => navigate(`?clinic=${clinic.id}`)}
            onChange={() => (edited.value = clinic)}
            onClose={() => (toClose.value = clinic)}
          />
        ),
      )}
      {toClose.value && <CloseDialog clinic={toClose.value} clinics={clinics} onDone={() => (toClose.value = null)} />}
    </>
  );
}

interface DialogProps {
  clinic: Clinic;
  clinics: Clinics;
  onDone: () => void;
}

const CloseDialog = ({ clinic, clinics, onDone }: DialogProps) => (
  <ConfirmDialog
    heading={t('clinics:close.question', { clinic: clinic.name })}
    confirm={t('clinics:close.confirm')}
    warning
    busy={clinics.action.busy.value}
    onConfirm={() => void clinics.close(clinic).then(onDone)}
    onCancel={onDone}
  >
    <p>{t('clinics:close.text')}</p>
  </ConfirmDialog>
);
