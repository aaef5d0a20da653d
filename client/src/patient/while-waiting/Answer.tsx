import { useMemo } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { VisitConnection } from '../../net/connection.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { announce } from '../../ui/live-status.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { AnswerForm } from './answer-form.ts';

/** The field in which the practice is answered. */
export function Answer({ connection }: { connection: VisitConnection }) {
  const form = useMemo(() => new AnswerForm(connection), [connection]);
  const send = async () => {
    if (await form.send()) announce(t('later:message.sent'));
  };
  return (
    <Form state={form.state} onSubmit={() => void send()}>
      <TextArea
        id="text"
        label={t('later:message.answer')}
        error={form.state.errorOf('text')}
        value={form.text}
        maxLength={500}
        rows={2}
      />
      <Button kind="secondary" small busy={form.state.busy.value} testId="send-answer">
        {t('later:message.send')}
      </Button>
    </Form>
  );
}
