import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { Controls } from '../room/Controls.tsx';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { SelfView } from '../room/SelfView.tsx';
import type { Visit } from '../room/visit.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { PlaceCard } from './queue/PlaceCard.tsx';
import { PlaceKept } from './queue/PlaceKept.tsx';
import { RingMe } from './ring-me.ts';
import type { VisitCheck } from './visit-check.ts';
import { WaitingFacts } from './WaitingFacts.tsx';
import { Messages, SoundSwitch } from './while-waiting.ts';

interface Props {
  visit: Visit;
  view: RoomView;
  check: VisitCheck;
  onCorrect: () => void;
}

/** You are in the right place; stay. */
export function WaitingScreen({ visit, view, check, onCorrect }: Props) {
  const { me, messages, practice } = view;
  const { connection } = visit;
  const state = connection.state.value;
  return (
    <div data-testid="waiting-screen">
      <ScreenHeading>{t('patient:waiting.title')}</ScreenHeading>
      <ConnectionNotice visit={visit} />
      <PlaceKept state={state} practice={practice} />
      <PlaceCard connection={connection} />
      {messages.length > 0 && <Messages connection={connection} view={view} />}
      <div class="fd-waiting">
        <div>
          <WaitingFacts view={view} isConnected={state.is === 'here'} onCorrect={onCorrect} />
          <SoundSwitch visit={visit} />
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
          <RingMe connection={connection} me={me} />
        </div>
      </div>
    </div>
  );
}
