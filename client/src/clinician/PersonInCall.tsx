import type { PersonView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { nameOf } from '../room/names.ts';
import { ReadingLanguage } from '../team/ReadingLanguage.tsx';
import { Tag } from '../team/Tag.tsx';
import { VisitTag } from '../team/VisitTag.tsx';
import { Button, TextButton } from '../ui/Button.tsx';
import { Duration } from '../ui/Duration.tsx';
import type { Desk } from './desk.ts';
import { isOnHold } from './queue.ts';

interface Props {
  person: PersonView;
  desk: Desk;
}

/** Somebody in the call or on hold: for how long, whether they can be heard and seen, and what can be done. */
export function PersonInCall({ person, desk }: Props) {
  const present = person.phase === 'in_call' && person.droppedAt === null;
  return (
    <li class="fd-queue__item" data-testid="person" data-visit-id={person.visitId} data-phase={person.phase}>
      <p class="fd-queue__name">
        <strong dir="auto">{nameOf(person)}</strong>
        <span>({t(`person.${person.role}`)})</span>
      </p>
      <p class="fd-queue__fact">
        <VisitTag person={person} />
        {present && !person.microphone && <Tag colour="grey">{t('clinician:people.muted')}</Tag>}
        {present && !person.camera && <Tag colour="grey">{t('clinician:people.cameraOff')}</Tag>}
        {person.joinedAt !== null && <Duration since={person.joinedAt} as="clock" />}
        {person.heldAt !== null && (
          <span>
            {t('clinician:people.heldSince', { time: timeText(person.heldAt) })},{' '}
            <Duration since={person.heldAt} as="clock" />
          </span>
        )}
        <ReadingLanguage person={person} />
      </p>
      {person.role !== 'clinician' && <Actions person={person} desk={desk} />}
    </li>
  );
}

function Actions({ person, desk }: Props) {
  const name = nameOf(person);
  const held = isOnHold(person);
  return (
    <div class="fd-actions">
      {/* Nobody is brought back who is not there. */}
      {(!held || person.droppedAt === null) && (
        <Button
          small
          kind={held ? 'primary' : 'secondary'}
          busy={desk.holding.busy.value}
          onClick={() => void (held ? desk.bringBack(person) : desk.hold(person))}
          label={held ? t('clinician:people.bringBackWhom', { name }) : t('clinician:people.holdWhom', { name })}
          testId={held ? 'bring-back' : 'hold'}
        >
          {held ? t('clinician:people.bringBack') : t('clinician:people.hold')}
        </Button>
      )}
      <TextButton
        onClick={() => desk.ask({ about: 'sendBack', person })}
        label={t('clinician:people.sendBackWhom', { name })}
        testId="send-back"
      >
        {t('clinician:people.sendBack')}
      </TextButton>
      <TextButton
        onClick={() => desk.ask({ about: 'remove', person })}
        label={t('clinician:people.removeWhom', { name })}
        testId="remove"
      >
        {t('clinician:people.remove')}
      </TextButton>
    </div>
  );
}
