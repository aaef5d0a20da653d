import type { ComponentType } from 'preact';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { DeviceProblem } from '../call/device-problem.ts';
import type { OwnDevice } from '../call/own-device.ts';
import type { OwnMedia } from '../call/own-media.ts';

interface Props {
  own: OwnMedia;
  /** Knows what to do about a problem in this very browser; without it there is one sentence for all. */
  help?: ComponentType<{ problem: DeviceProblem }> | undefined;
}

/** What is wrong with the person's own devices, and what to do about it. */
export function DeviceProblems({ own, help: Help }: Props) {
  const [microphone, camera] = [problemOf(own.microphone), problemOf(own.camera)];
  if (microphone === null && camera === null) return null;
  const retry = () => {
    if (microphone !== null && camera !== null) void own.open();
    else void (camera === null ? own.toggleMicrophone() : own.toggleCamera());
  };
  return (
    <div data-testid="device-problem">
      <Notice kind="warning" live>
        {microphone !== null && microphone === camera ? (
          <p>{t(`room:devices.both.${microphone}`)}</p>
        ) : (
          <>
            {microphone && <p>{t(`room:devices.microphone.${microphone}`)}</p>}
            {camera && <p>{t(`room:devices.camera.${camera}`)}</p>}
          </>
        )}
        {Help ? (
          <Help problem={microphone ?? camera!} />
        ) : (
          (microphone === 'refused' || camera === 'refused') && <p>{t('room:devices.allow')}</p>
        )}
        <Button kind="secondary" small onClick={retry} testId="retry-devices">
          {t('room:devices.retry')}
        </Button>
      </Notice>
    </div>
  );
}

function problemOf({ state: { value } }: OwnDevice): DeviceProblem | null {
  return value.is === 'missing' ? value.problem : null;
}
