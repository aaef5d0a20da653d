import { useSignal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { InvitationDialog } from './InvitationDialog.tsx';

interface Props {
  consultationId: string;
  /** The button's name for screen readers, where it stands several times on the page. */
  label?: string;
}

/** The way to send a patient the link by SMS or e-mail. */
export function SendLink({ consultationId, label }: Props) {
  const open = useSignal(false);
  return (
    <>
      <Button kind="secondary" small onClick={() => (open.value = true)} label={label}>
        {t('staff:invite.open')}
      </Button>
      {open.value && <InvitationDialog consultationId={consultationId} onClose={() => (open.value = false)} />}
    </>
  );
}
