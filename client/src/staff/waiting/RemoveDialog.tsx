import { useMemo } from 'preact/hooks';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Radios } from '../../ui/Radios.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { desk } from './desk.ts';
import { endsByRemoval, removalReasons, RemoveForm } from './remove-form.ts';
import { calledBy } from './who.ts';

/** Asks before somebody is sent away, and why. */
export function RemoveDialog({ room }: { room: WatchedRoom }) {
  const form = useMemo(() => new RemoveForm(room), []);
  return (
    <Dialog heading={t('waiting:remove.title', { name: calledBy(room) })} onClose={() => desk.close()}>
      <p>
        {t('waiting:remove.text')} {endsByRemoval(room) ? t('waiting:remove.ends') : t('waiting:remove.stays')}
      </p>
      <Form state={form.state} onSubmit={() => void form.submit(room)}>
        <Radios
          id="reason"
          legend={t('waiting:remove.reason')}
          options={removalReasons.map((value) => ({ value, label: t(`waiting:remove.reasons.${value}`) }))}
          value={form.reason}
        />
        {form.reason.value === 'other' && (
          <TextInput
            id="own"
            label={t('waiting:remove.own')}
            autocomplete="off"
            maxLength={200}
            value={form.own}
            error={form.state.errorOf('own')}
          />
        )}
        <div class="fd-actions">
          <Button kind="warning" busy={form.state.busy.value}>
            {t('waiting:remove.confirm')}
          </Button>
          <Button kind="secondary" onClick={() => desk.close()}>
            {t('dialog.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
