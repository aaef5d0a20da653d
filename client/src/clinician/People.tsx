import type { PersonView, RoomView } from '@front-door/shared/protocol/views.ts';
import { peopleInCall } from '../call/wanted.ts';
import { t } from '../i18n/index.ts';
import { nameOf } from '../room/names.ts';
import { ReadingLanguage } from '../team/ReadingLanguage.tsx';
import { TextButton } from '../ui/Button.tsx';
import { Duration } from '../ui/Duration.tsx';
import { Tag } from '../team/Tag.tsx';
import { VisitTag } from '../team/VisitTag.tsx';

interface Props {
  view: RoomView;
  onRemove: (person: PersonView) => void;
}

/** Who is in the call, for how long, and whether they can be heard and seen. */
export const People = ({ view, onRemove }: Props) => (
  <section aria-labelledby="people-title" data-testid="people">
    <h2 class="nhsuk-heading-m" id="people-title">
      {t('clinician:people.title')}
    </h2>
    <ul class="fd-queue">
      <li class="fd-queue__item">
        <p class="fd-queue__name">{t('clinician:people.you', { name: nameOf(view.me) })}</p>
      </li>
      {peopleInCall(view).map((person) => (
        <Person key={person.visitId} person={person} onRemove={() => onRemove(person)} />
      ))}
    </ul>
  </section>
);

function Person({ person, onRemove }: { person: PersonView; onRemove: () => void }) {
  const present = person.phase === 'in_call' && person.droppedAt === null;
  return (
    <li class="fd-queue__item" data-testid="person" data-visit-id={person.visitId}>
      <p class="fd-queue__name">
        <strong dir="auto">{nameOf(person)}</strong>
        <span>({t(`person.${person.role}`)})</span>
      </p>
      <p class="fd-queue__fact">
        <VisitTag person={person} />
        {present && !person.microphone && <Tag colour="grey">{t('clinician:people.muted')}</Tag>}
        {present && !person.camera && <Tag colour="grey">{t('clinician:people.cameraOff')}</Tag>}
        {person.joinedAt !== null && <Duration since={person.joinedAt} as="clock" />}
        <ReadingLanguage person={person} />
      </p>
      {person.role !== 'clinician' && (
        <TextButton
          onClick={onRemove}
          label={t('clinician:people.removeWhom', { name: nameOf(person) })}
          testId="remove"
        >
          {t('clinician:people.remove')}
        </TextButton>
      )}
    </li>
  );
}
