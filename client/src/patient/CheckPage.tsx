import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { OwnMedia } from '../call/own-media.ts';
import {
  ConnectionCheck,
  ConnectionResult,
  DeviceChoices,
  DeviceHelp,
  LevelMeter,
  NothingComes,
  SpeakerCheck,
} from '../check/index.ts';
import { t } from '../i18n/index.ts';
import { CheckConnection } from '../net/check-connection.ts';
import { Controls } from '../room/Controls.tsx';
import { DeviceProblems } from '../room/DeviceProblems.tsx';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { SelfView } from '../room/SelfView.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';

/** The check for anybody, days before: without a link, without a visit, and seen by nobody. */
export function CheckPage() {
  const own = useMemo(() => new OwnMedia(), []);
  const connection = useMemo(() => new CheckConnection(), []);
  const check = useMemo(() => new ConnectionCheck(connection.request), [connection]);
  const [silent, dark] = [useSignal(false), useSignal(false)];
  const [microphone, camera] = [own.microphone.state.value.is, own.camera.state.value.is];
  const asking = microphone === 'opening' || camera === 'opening';
  const asked = !asking && (microphone !== 'off' || camera !== 'off');
  const run = async () => {
    await check.run();
    connection.close();
  };
  const begin = () => {
    void own.open();
    void run();
  };
  return (
    <Page title={t('patient:check.title')}>
      <div class="fd-check" data-testid="check-page">
        <ScreenHeading>{t('patient:check.title')}</ScreenHeading>
        {asking && (
          <Notice kind="warning" live>
            {t('patient:devices.asking')}
          </Notice>
        )}
        {asked ? (
          <>
            <DeviceProblems own={own} help={DeviceHelp} />
            <SelfView own={own} />
            <Controls own={own} />
            <LevelMeter own={own} silent={silent} />
            <NothingComes own={own} silent={silent} dark={dark} />
          </>
        ) : (
          <Button busy={asking} onClick={begin} testId="turn-on-devices">
            {t('patient:devices.turnOn')}
          </Button>
        )}
        <ConnectionResult state={check.state.value} before={null} />
        <Button
          kind="secondary"
          small
          busy={check.state.value.is === 'checking'}
          onClick={() => void run()}
          testId="check-connection"
        >
          {t('patient:check.open')}
        </Button>
        <SpeakerCheck />
        {asked && <DeviceChoices own={own} />}
      </div>
    </Page>
  );
}
