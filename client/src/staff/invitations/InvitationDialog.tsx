import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { PatientInvitations } from './patient-invitations.ts';
import { SendForm } from './SendForm.tsx';
import { SentList } from './SentList.tsx';

/** How often to ask what became of what is on its way, ms. */
const rhythm = 3_000;

interface Props {
  consultationId: string;
  onClose: () => void;
}

export function InvitationDialog({ consultationId, onClose }: Props) {
  const store = useMemo(() => new PatientInvitations(consultationId), [consultationId]);
  const isMoving = store.isMoving.value;
  useEffect(() => void store.load(), [store]);
  useEffect(() => {
    if (!isMoving) return;
    const asking = setInterval(() => void store.refresh(), rhythm);
    return () => clearInterval(asking);
  }, [store, isMoving]);
  const sent = store.sent.value;
  return (
    <Dialog heading={t('staff:invite.heading')} onClose={onClose}>
      {/* What stands outside an open dialog is not read out. */}
      <p class="nhsuk-u-visually-hidden" role="status">
        {store.news.value}
      </p>
      <Problem action={store.loading} />
      {sent && sent.channels.length > 0 && <SendForm store={store} channels={sent.channels} />}
      {sent?.channels.length === 0 && <p>{t('staff:invite.none')}</p>}
      {sent && sent.invitations.length > 0 && <SentList entries={sent.invitations} />}
      <div class="fd-actions">
        <Button kind="secondary" onClick={onClose}>
          {t('staff:invite.close')}
        </Button>
      </div>
    </Dialog>
  );
}
