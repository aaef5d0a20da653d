import { useMemo } from 'preact/hooks';
import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { nameOf } from '../room/names.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { Radios } from '../ui/Radios.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { Desk } from './desk.ts';
import { Removal, removalReasons } from './removal.ts';

/** Asks why somebody is sent away for good; the answer goes into the trail. */
export function RemoveQuestion({ person, desk }: { person: PersonView; desk: Desk }) {
  const removal = useMemo(() => new Removal(), [person.visitId]);
  const { state } = removal;
  const name = nameOf(person);
  return (
    <Dialog heading={t('clinician:remove.title', { name })} onClose={desk.cancel}>
      <p>{t('clinician:remove.text')}</p>
      <Form state={state} onSubmit={() => void removal.confirm((reason) => desk.remove(person, reason))}>
        <Radios
          id="reason"
          legend={t('waiting:remove.reason')}
          error={state.errorOf('reason')}
          options={removalReasons.map((value) => ({ value, label: t(`waiting:remove.reasons.${value}`) }))}
          value={removal.reason}
        />
        {removal.reason.value === 'other' && (
          <TextInput
            id="own"
            label={t('waiting:remove.own')}
            error={state.errorOf('own')}
            value={removal.own}
            autocomplete="off"
            maxLength={200}
          />
        )}
        <div class="fd-actions">
          <Button kind="warning" busy={state.busy.value} testId="confirm-remove">
            {t('clinician:remove.confirm', { name })}
          </Button>
          <Button kind="secondary" onClick={desk.cancel}>
            {t('dialog.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
