import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { OwnMedia } from '../call/own-media.ts';

/** What is wrong with the person's own devices, and what to do about it. */
export function DeviceProblems({ own }: { own: OwnMedia }) {
  const microphone = own.microphone.state.value;
  const camera = own.camera.state.value;
  if (microphone.is !== 'missing' && camera.is !== 'missing') return null;
  const problems = [microphone, camera].flatMap((device) => (device.is === 'missing' ? [device.problem] : []));
  const retry = () => {
    if (problems.length === 2) void own.open();
    else void (microphone.is === 'missing' ? own.toggleMicrophone() : own.toggleCamera());
  };
  return (
    <div data-testid="device-problem">
      <Notice kind="warning" live>
        {microphone.is === 'missing' && <p>{t(`room:devices.microphone.${microphone.problem}`)}</p>}
        {camera.is === 'missing' && <p>{t(`room:devices.camera.${camera.problem}`)}</p>}
        {problems.includes('refused') && <p>{t('room:devices.allow')}</p>}
        <Button kind="secondary" small onClick={retry} testId="retry-devices">
          {t('room:devices.retry')}
        </Button>
      </Notice>
    </div>
  );
}
