import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { Controls } from '../room/Controls.tsx';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { nameOf } from '../room/names.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { SelfView } from '../room/SelfView.tsx';
import type { Visit } from '../room/visit.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { RingMe } from './ring-me.ts';
import type { VisitCheck } from './visit-check.ts';

interface Props {
  visit: Visit;
  view: RoomView;
  check: VisitCheck;
  onCorrect: () => void;
}

/** You are in the right place; stay. */
export function WaitingScreen({ visit, view: { practice, clinicianName, me }, check, onCorrect }: Props) {
  const connected = visit.connection.state.value.is === 'here';
  return (
    <div data-testid="waiting-screen">
      <ScreenHeading>{t('patient:waiting.title')}</ScreenHeading>
      <ConnectionNotice visit={visit} />
      {!connected && <p>{t('patient:reconnecting.keepPlace')}</p>}
      <div class="fd-waiting">
        <div>
          <p class="nhsuk-body-l fd-waiting__who">
            <strong>{practice.name}</strong>
            <br />
            {clinicianName === null
              ? t('patient:waiting.whoUnknown')
              : t('patient:waiting.who', { clinician: clinicianName })}
          </p>
          <p class="nhsuk-body-l">
            {t('patient:waiting.arrived', { time: timeText(me.arrivedAt) })}
            <br />
            <strong>{t('patient:waiting.stay')}</strong>
          </p>
          <p class="fd-waiting__name">
            {t('patient:waiting.name', { name: nameOf(me) })}{' '}
            <TextButton onClick={onCorrect} testId="correct-name">
              {t('patient:waiting.correct')}
            </TextButton>
          </p>
          {connected && (
            <p class="fd-connected" data-testid="connected">
              {t('patient:waiting.connected')}
            </p>
          )}
        </div>
        <div class="fd-waiting__self">
          {check.isOpen.value ? (
            <CheckPanel visit={visit} me={me} check={check}>
              <Button kind="secondary" onClick={() => (check.isOpen.value = false)} testId="close-check">
                {t('patient:check.close')}
              </Button>
            </CheckPanel>
          ) : (
            <section aria-label={t('patient:waiting.checkDevices')}>
              <DeviceProblems own={visit.own} />
              <SelfView own={visit.own} />
              <Controls own={visit.own} />
              <p class="nhsuk-body-s">{t('patient:waiting.private')}</p>
              <TextButton onClick={() => check.open()} testId="open-check">
                {t('patient:check.open')}
              </TextButton>
            </section>
          )}
          <RingMe connection={visit.connection} me={me} />
        </div>
      </div>
    </div>
  );
}
