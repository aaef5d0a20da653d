import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { WatchedClinic } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Tag } from '../../team/Tag.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { desk } from './desk.ts';
import { LateForm } from './late-form.ts';
import { runLate } from './run-late.ts';

const usual = [10, 20, 30];

/** By how much a clinic says that it runs late, and one tap to say something else. */
export function RunningLate({ clinic }: { clinic: WatchedClinic }) {
  const asks = useSignal(false);
  const { name, late } = clinic;
  const tell = (minutes: number | null) => () => void desk.try(...runLate(clinic, minutes));
  return (
    <div class="fd-late" data-testid="running-late">
      {late !== null && <Tag colour="orange">{t('waiting:late.says', { count: late })}</Tag>}
      {late !== null && (
        <Button kind="secondary" small onClick={tell(null)} label={t('waiting:late.onTimeLabel', { clinic: name })}>
          {t('waiting:late.onTime')}
        </Button>
      )}
      <span>{t('waiting:late.label')}</span>
      {usual.map((minutes) => (
        <Button
          key={minutes}
          kind="secondary"
          small
          onClick={tell(minutes)}
          label={t('waiting:late.minutesLabel', { clinic: name, count: minutes })}
        >
          {t('waiting:late.minutes', { count: minutes })}
        </Button>
      ))}
      <Button
        kind="secondary"
        small
        onClick={() => (asks.value = true)}
        label={t('waiting:late.otherLabel', { clinic: name })}
      >
        {t('waiting:late.other')}
      </Button>
      {asks.value && <LateDialog clinic={clinic} onClose={() => (asks.value = false)} />}
    </div>
  );
}

function LateDialog({ clinic, onClose }: { clinic: WatchedClinic; onClose: () => void }) {
  const form = useMemo(() => new LateForm(), []);
  return (
    <Dialog heading={clinic.name} onClose={onClose}>
      <Form state={form.state} onSubmit={() => void form.submit(clinic, onClose)}>
        <TextInput
          id="minutes"
          label={t('waiting:late.number')}
          autocomplete="off"
          maxLength={3}
          value={form.minutes}
          error={form.state.errorOf('minutes')}
        />
        <div class="fd-actions">
          <Button busy={form.state.busy.value}>{t('waiting:late.tell')}</Button>
          <Button kind="secondary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
