import { t } from '../i18n/index.ts';
import type { OwnMedia } from '../call/own-media.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button, TextButton } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { whoSees } from './who.ts';

interface Props {
  own: OwnMedia;
  clinicianName: string | null;
  onDecided: () => void;
}

/** Explains what the browser is about to ask, before it asks. */
export function DevicesScreen({ own, clinicianName, onDecided }: Props) {
  const asking = own.microphone.state.value.is === 'opening';
  const turnOn = async () => {
    await own.open();
    onDecided();
  };
  return (
    <div data-testid="devices-screen">
      <ScreenHeading>{t('patient:devices.title')}</ScreenHeading>
      <Notice kind="success">{t('patient:devices.waiting')}</Notice>
      <p class="nhsuk-body-l">{t('patient:devices.why', { clinician: whoSees(clinicianName) })}</p>
      <p>{t('patient:devices.nothingYet')}</p>
      {asking && (
        <Notice kind="warning" live>
          {t('patient:devices.asking')}
        </Notice>
      )}
      <Button busy={asking} onClick={() => void turnOn()} testId="turn-on-devices">
        {t('patient:devices.turnOn')}
      </Button>
      <p>
        <TextButton onClick={onDecided} testId="without-devices">
          {t('patient:devices.without')}
        </TextButton>
      </p>
    </div>
  );
}
