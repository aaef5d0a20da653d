import type { MessageView, RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { nameOf } from '../room/names.ts';

/** What the practice and the patient wrote to each other while one of them waited. */
export function Messages({ view }: { view: RoomView }) {
  const { messages, people } = view;
  if (messages.length === 0) return null;
  const patient = people.find(({ role }) => role === 'patient');
  return (
    <section aria-labelledby="messages-title" data-testid="messages">
      <h2 class="nhsuk-heading-m" id="messages-title">
        {t('clinician:messages.title')}
      </h2>
      <ol class="fd-queue">
        {messages.map((message) => (
          <li key={message.id} class="fd-queue__item">
            <p class="fd-message__by">
              {t('clinician:messages.by', { name: writerOf(message), time: timeText(message.at) })}
            </p>
            <p class="fd-message__text" dir="auto">
              {message.template === null ? message.text : t(`waiting:template.${message.template}`)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );

  function writerOf({ from, by }: MessageView): string {
    if (from === 'practice') return by ?? t('clinician:messages.practice');
    return patient?.name == null ? t('person.patient') : nameOf(patient);
  }
}
