import { languages } from '@front-door/shared/i18n/languages.ts';
import { t } from '../../i18n/index.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { CalendarLink } from './CalendarLink.tsx';
import type { InvitationEntry } from './patient-invitations.ts';
import { stateText } from './state-text.ts';

const names = {
  invitation: { sms: 'staff:invite.bySms', email: 'staff:invite.byEmail' },
  reminder: { sms: 'staff:invite.reminderBySms', email: 'staff:invite.reminderByEmail' },
} as const;

/** What was sent or will be, and what became of it. */
export const SentList = ({ entries }: { entries: readonly InvitationEntry[] }) => (
  <section class="fd-sent">
    <h3 class="nhsuk-heading-s">{t('staff:invite.list')}</h3>
    <ul class="nhsuk-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <strong>
            {t(names[entry.kind][entry.channel], {
              recipient: entry.recipient,
              language: languages[entry.language].name,
            })}
          </strong>
          <br />
          {stateText(entry)}
          {entry.shown && (
            <CopyField label={t('staff:invite.text')} text={entry.shown.text} copy={t('staff:invite.copyText')} />
          )}
          {entry.shown?.calendar && <CalendarLink file={entry.shown.calendar} />}
        </li>
      ))}
    </ul>
  </section>
);
