import type { ComponentChildren } from 'preact';
import { t } from '../i18n/index.ts';
import type { OwnMedia } from '../call/own-media.ts';
import { ControlButton } from './ControlButton.tsx';
import { CameraIcon, MicrophoneIcon } from './icons.tsx';

/** The buttons for one's own microphone and camera, and beside them what ends the call. */
export function Controls({ own, children }: { own: OwnMedia; children?: ComponentChildren }) {
  const microphone = own.microphone.state.value;
  const camera = own.camera.state.value;
  const heard = microphone.is === 'on' && !microphone.muted;
  return (
    <div class="fd-controls" role="group" aria-label={t('room:controls.label')}>
      <ControlButton
        icon={<MicrophoneIcon off={!heard} />}
        label={t(heard ? 'room:controls.mute' : 'room:controls.unmute')}
        testId="mute"
        off={!heard}
        onClick={() => void own.toggleMicrophone()}
      />
      <ControlButton
        icon={<CameraIcon off={camera.is !== 'on'} />}
        label={t(camera.is === 'on' ? 'room:controls.cameraOff' : 'room:controls.cameraOn')}
        testId="camera"
        off={camera.is !== 'on'}
        onClick={() => void own.toggleCamera()}
      />
      {children}
    </div>
  );
}
