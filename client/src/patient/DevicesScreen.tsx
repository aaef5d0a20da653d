import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { ConnectionNotice } from '../room/ConnectionNotice.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import type { Visit } from '../room/visit.ts';
import { Button, TextButton } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { PlaceKept } from './queue/PlaceKept.tsx';
import { RingMe } from './ring-me.ts';
import type { VisitCheck } from './visit-check.ts';
import { Messages } from './while-waiting.ts';
import { whoSees } from './who.ts';

interface Props {
  visit: Visit;
  view: RoomView;
  check: VisitCheck;
}

/** Explains what the browser is about to ask, before it asks; then shows how it went. Whatever comes of it, it goes on. */
export function DevicesScreen({ visit, view, check }: Props) {
  const { clinicianName, me, practice, messages } = view;
  const { own, connection } = visit;
  const [microphone, camera] = [own.microphone.state.value.is, own.camera.state.value.is];
  const asking = microphone === 'opening' || camera === 'opening';
  const asked = !asking && (microphone !== 'off' || camera !== 'off');
  const goOn = () => (check.decided.value = true);
  return (
    <div data-testid="devices-screen">
      <ScreenHeading key={asked ? 'asked' : 'before'}>
        {t(asked ? 'patient:check.title' : 'patient:devices.title')}
      </ScreenHeading>
      <ConnectionNotice visit={visit} />
      <PlaceKept state={connection.state.value} practice={practice} />
      <Notice kind="success">{t('patient:devices.waiting')}</Notice>
      {messages.length > 0 && <Messages connection={connection} view={view} />}
      {asked ? (
        <div class="fd-check">
          <CheckPanel visit={visit} me={me} check={check}>
            <Button onClick={goOn} testId="go-on">
              {t('patient:check.goOn')}
            </Button>
          </CheckPanel>
        </div>
      ) : (
        <>
          <p class="nhsuk-body-l">{t('patient:devices.why', { clinician: whoSees(clinicianName) })}</p>
          <p>{t('patient:devices.nothingYet')}</p>
          {asking && (
            <Notice kind="warning" live>
              {t('patient:devices.asking')}
            </Notice>
          )}
          <Button busy={asking} onClick={() => void own.open()} testId="turn-on-devices">
            {t('patient:devices.turnOn')}
          </Button>
          <p>
            <TextButton onClick={goOn} testId="without-devices">
              {t('patient:devices.without')}
            </TextButton>
          </p>
        </>
      )}
      <RingMe connection={connection} me={me} />
    </div>
  );
}
