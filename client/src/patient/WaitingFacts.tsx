import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { nameOf } from '../room/names.ts';
import { TextButton } from '../ui/Button.tsx';
import { PhoneLink } from '../ui/PhoneLink.tsx';

interface Props {
  view: RoomView;
  isConnected: boolean;
  onCorrect: () => void;
}

/** Where the person is, whom they will see and when, and what to do if this fails. */
export function WaitingFacts({ view, isConnected, onCorrect }: Props) {
  const { practice, clinic, clinicianName, expectedAt, me } = view;
  return (
    <>
      <p class="nhsuk-body-l fd-waiting__who">
        <strong>{practice.name}</strong>
        <br />
        {clinic && (
          <>
            <bdi>{clinic.name}</bdi>
            <br />
          </>
        )}
        {clinicianName === null
          ? t('patient:waiting.whoUnknown')
          : t('patient:waiting.who', { clinician: clinicianName })}
      </p>
      <p class="nhsuk-body-l">
        {expectedAt !== null && (
          <>
            <strong>{t('patient:waiting.appointment', { time: timeText(expectedAt) })}</strong>
            <br />
          </>
        )}
        {t('patient:waiting.arrived', { time: timeText(me.arrivedAt) })}
      </p>
      {clinic?.welcome && (
        <div class="fd-welcome" dir="auto" data-testid="welcome">
          {clinic.welcome}
        </div>
      )}
      <p class="fd-waiting__name">
        {t('patient:waiting.name', { name: nameOf(me) })}{' '}
        <TextButton onClick={onCorrect} testId="correct-name">
          {t('patient:waiting.correct')}
        </TextButton>
      </p>
      {isConnected && (
        <p class="fd-connected" data-testid="connected">
          {t('patient:waiting.connected')}
        </p>
      )}
      {practice.phone !== null && (
        <p>
          {t('patient:waiting.fails')} <PhoneLink phone={practice.phone} />
        </p>
      )}
    </>
  );
}
