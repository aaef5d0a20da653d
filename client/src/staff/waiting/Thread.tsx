import type { MessageView } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';

/** What staff and the patient's side wrote to each other; templates as staff read them. */
export const Thread = ({ messages }: { messages: readonly MessageView[] }) =>
  messages.length === 0 ? (
    <p>{t('waiting:message.none')}</p>
  ) : (
    <ol class="fd-thread" aria-label={t('waiting:message.thread')}>
      {messages.map(({ id, at, from, by, template, text }) => (
        <li key={id} class={from === 'patient' ? 'fd-thread__one fd-thread__one--theirs' : 'fd-thread__one'}>
          <span class="fd-thread__by">
            <bdi>{from === 'patient' ? t('person.patient') : (by ?? t('waiting:message.practice'))}</bdi> {timeText(at)}
          </span>
          <span class="fd-thread__text" dir="auto">
            {template === null ? text : t(`waiting:template.${template}`)}
          </span>
        </li>
      ))}
    </ol>
  );
