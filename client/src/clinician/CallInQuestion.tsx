import type { Signal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Called } from './called.ts';
import type { Sitting } from './sitting.ts';

interface Props {
  chosen: Signal<Called | null>;
  sitting: Sitting;
}

/** Names once more who is to be let in: in a list, the row beside is easily taken for it. Only one at a time. */
export function CallInQuestion({ chosen, sitting }: Props) {
  const called = chosen.value;
  if (called === null) return null;
  const { name } = called;
  const close = () => (chosen.value = null);
  if (sitting.state.value.is !== 'between') {
    return (
      <Dialog heading={t('clinician:sitting.busy')} onClose={close}>
        <p>{t('clinician:sitting.busyText', { name })}</p>
        <div class="fd-actions">
          <Button kind="secondary" onClick={close}>
            {t('clinician:sitting.close')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      heading={t('clinician:admit.title', { name })}
      confirm={t('clinician:sitting.callIn', { name })}
      testId="confirm-call-in"
      onConfirm={() => {
        close();
        void sitting.callIn(called);
      }}
      onCancel={close}
    >
      <p>{t('clinician:admit.text')}</p>
    </ConfirmDialog>
  );
}
