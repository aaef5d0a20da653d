import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { PersonReport } from '../team/PersonReport.tsx';
import { ReadingLanguage } from '../team/ReadingLanguage.tsx';
import { Button, TextButton } from '../ui/Button.tsx';
import { Duration } from '../ui/Duration.tsx';
import { VisitTag } from '../team/VisitTag.tsx';
import { canBeAdmitted } from './queue.ts';

interface Props {
  person: PersonView;
  onAdmit: () => void;
  onRemove: () => void;
}

/** Somebody who is to be let in, or is not ready for it yet. */
export const QueueItem = ({ person, onAdmit, onRemove }: Props) => (
  <li class="fd-queue__item" data-testid="queue-item" data-visit-id={person.visitId}>
    <p class="fd-queue__name">
      {person.name === null ? t('clinician:queue.nameless') : <strong dir="auto">{person.name}</strong>}
      {person.role === 'guest' && <span>({t('clinician:queue.guest')})</span>}
      <VisitTag person={person} />
    </p>
    <p class="fd-queue__fact">
      <Whereabouts person={person} />
      <ReadingLanguage person={person} />
    </p>
    <PersonReport person={person} />
    <div class="fd-actions">
      {canBeAdmitted(person) && (
        <Button onClick={onAdmit} label={t('clinician:queue.admitWhom', { name: person.name })} testId="admit">
          {t('clinician:queue.admit')}
        </Button>
      )}
      {person.name !== null && (
        <TextButton onClick={onRemove} label={t('clinician:people.removeWhom', { name: person.name })} testId="remove">
          {t('clinician:people.remove')}
        </TextButton>
      )}
    </div>
  </li>
);

function Whereabouts({ person }: { person: PersonView }) {
  if (person.phase === 'left') return <>{t('clinician:queue.gone')}</>;
  if (person.droppedAt !== null) return <>{t('clinician:queue.away', { time: timeText(person.droppedAt) })}</>;
  return (
    <span>
      {t('clinician:queue.since', { time: timeText(person.arrivedAt) })} <Duration since={person.arrivedAt} />
    </span>
  );
}
