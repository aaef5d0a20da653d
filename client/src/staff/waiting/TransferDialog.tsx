import { useMemo } from 'preact/hooks';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { watch } from '../watch.ts';
import { desk } from './desk.ts';
import { statusOf } from './status.ts';
import { TransferForm } from './transfer-form.ts';
import { waitingList } from './waiting-list.ts';
import { calledBy } from './who.ts';

/** Sends somebody to another clinic or clinician. */
export function TransferDialog({ room }: { room: WatchedRoom }) {
  const form = useMemo(() => new TransferForm(room), []);
  const { is } = statusOf(room);
  const clinics = (watch.clinics.value?.clinics ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const clinicians = (waitingList.clinicians.value ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog heading={t('waiting:transfer.title', { name: calledBy(room) })} onClose={() => desk.close()}>
      <Form state={form.state} onSubmit={() => void form.submit(room)}>
        {is === 'in_call' || is === 'held' ? (
          <Notice kind="warning">{t('waiting:transfer.inCall')}</Notice>
        ) : (
          <p>{t('waiting:transfer.text')}</p>
        )}
        <Select
          id="toClinic"
          label={t('waiting:transfer.clinic')}
          options={[{ value: '', label: t('waiting:transfer.noClinic') }, ...clinics]}
          value={form.clinic}
        />
        <Select
          id="toClinician"
          label={t('waiting:transfer.clinician')}
          options={[{ value: '', label: t('waiting:transfer.nobody') }, ...clinicians]}
          value={form.clinician}
        />
        <div class="fd-actions">
          <Button busy={form.state.busy.value}>{t('waiting:transfer.confirm')}</Button>
          <Button kind="secondary" onClick={() => desk.close()}>
            {t('dialog.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
