import type { MessageView, RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import type { VisitConnection } from '../../net/connection.ts';
import { messageText } from '../message-text.ts';
import { Answer } from './Answer.tsx';

interface Props {
  connection: VisitConnection;
  view: RoomView;
}

/** What the practice wrote and was answered: the last first, below it the field for an answer. */
export function Messages({ connection, view: { messages, practice, repliesAllowed } }: Props) {
  const [last, ...earlier] = [...messages].reverse();
  if (last === undefined) return null;
  const draw = (message: MessageView) => <Message key={message.id} message={message} practice={practice.name} />;
  return (
    <section class="fd-messages" aria-labelledby="messages" data-testid="messages">
      <h2 class="nhsuk-heading-m" id="messages">
        {t('later:message.title')}
      </h2>
      {draw(last)}
      {repliesAllowed && <Answer connection={connection} />}
      {earlier.map(draw)}
    </section>
  );
}

function Message({ message, practice }: { message: MessageView; practice: string }) {
  const { from, by, at } = message;
  const isOwn = from === 'patient';
  return (
    <div class={isOwn ? 'fd-message fd-message--own' : 'fd-message'} data-testid="message">
      <p class="fd-message__text" dir="auto">
        {messageText(message)}
      </p>
      <p class="fd-message__by">
        <bdi>{isOwn ? t('later:message.you') : (by ?? practice)}</bdi>
        {t('comma')}
        <bdi>{timeText(at)}</bdi>
      </p>
    </div>
  );
}
