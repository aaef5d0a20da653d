import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import type { VisitConnection } from '../net/connection.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Problem } from '../ui/Problem.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { RingMeForm } from './ring-me-form.ts';

interface Props {
  connection: VisitConnection;
  me: RoomView['me'];
}

/** The telephone instead of video, for whoever wants that: asks for the number, and says what comes next. */
export function RingMe({ connection, me: { ringMe } }: Props) {
  const isOpen = useSignal(false);
  const form = useMemo(() => new RingMeForm(connection, ringMe?.phone ?? ''), []);
  const send = async () => {
    if (await form.send()) isOpen.value = false;
  };
  if (isOpen.value) {
    return (
      <section class="fd-ring" aria-label={t('later:ring.title')} data-testid="ring-me-form">
        <h2 class="nhsuk-heading-m">{t('later:ring.title')}</h2>
        <Form state={form.state} onSubmit={() => void send()}>
          <TextInput
            id="phone"
            label={t('later:ring.phone')}
            hint={t('later:ring.phoneHint')}
            error={form.state.errorOf('phone')}
            value={form.phone}
            type="tel"
            autocomplete="tel"
            maxLength={30}
          />
          <div class="fd-actions">
            <Button kind="secondary" busy={form.state.busy.value} testId="send-ring-me">
              {t('later:ring.send')}
            </Button>
            <TextButton onClick={() => (isOpen.value = false)}>{t('dialog.cancel')}</TextButton>
          </div>
        </Form>
      </section>
    );
  }
  if (ringMe === null) {
    return (
      <p>
        <TextButton onClick={() => (isOpen.value = true)} testId="ring-me">
          {t('later:ring.open')}
        </TextButton>
      </p>
    );
  }
  return (
    <section class="fd-ring" aria-label={t('later:ring.title')} data-testid="ring-me-done">
      <Notice kind="success" live>
        <p>
          <strong>{t('later:ring.done', { phone: ringMe.phone })}</strong>
        </p>
        <p>{t('later:ring.next')}</p>
        <Problem action={form.takingBack} />
        <div class="fd-actions">
          <TextButton onClick={() => (isOpen.value = true)}>{t('later:ring.change')}</TextButton>
          <TextButton onClick={() => void form.takeBack()} testId="ring-me-not">
            {t('later:ring.takeBack')}
          </TextButton>
        </div>
      </Notice>
    </section>
  );
}
