import { useEffect, useMemo } from 'preact/hooks';
import { messageTemplates } from '@front-door/shared/domain/message-templates.ts';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { Button, TextButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { canWrite } from './actions.ts';
import { desk } from './desk.ts';
import { MessageForm } from './message-form.ts';
import { markSeen } from './seen-messages.ts';
import { Thread } from './Thread.tsx';
import { calledBy } from './who.ts';

/** What was written to and fro, and, as long as somebody is there to read it, what else to write. */
export function MessageDialog({ room }: { room: WatchedRoom }) {
  const form = useMemo(() => new MessageForm(), []);
  const { messages, consultationId } = room;
  const last = messages.at(-1)?.at ?? 0;
  useEffect(() => markSeen(consultationId, last), [consultationId, last]);
  return (
    <Dialog heading={t('waiting:message.title', { name: calledBy(room) })} onClose={() => desk.close()}>
      <Thread messages={messages} />
      {canWrite(room) && <Writing room={room} form={form} />}
      <div class="fd-actions">
        <Button kind="secondary" onClick={() => desk.close()}>
          {t('waiting:message.close')}
        </Button>
      </div>
    </Dialog>
  );
}

const Writing = ({ room, form }: { room: WatchedRoom; form: MessageForm }) => (
  <Form state={form.state} onSubmit={() => void form.submit(room)}>
    <h3 class="nhsuk-heading-s" id="templates">
      {t('waiting:message.templates')}
    </h3>
    <p>{t('waiting:message.translated')}</p>
    <ul class="fd-templates" aria-labelledby="templates">
      {messageTemplates.map((template) => (
        <li key={template}>
          <TextButton onClick={() => void form.send(room, { template })}>
            {t(`waiting:template.${template}`)}
          </TextButton>
        </li>
      ))}
    </ul>
    <TextArea
      id="text"
      label={t('waiting:message.own')}
      rows={3}
      maxLength={500}
      value={form.text}
      error={form.state.errorOf('text')}
    />
    <Button small busy={form.state.busy.value}>
      {t('waiting:message.send')}
    </Button>
  </Form>
);
