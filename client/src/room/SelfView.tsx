import { t } from '../i18n/index.ts';
import type { OwnMedia } from '../call/own-media.ts';
import { CameraIcon, MicrophoneIcon } from './icons.tsx';
import { Video } from './Video.tsx';

/** The person's own picture, and whether they are heard. */
export function SelfView({ own }: { own: OwnMedia }) {
  const microphone = own.microphone.state.value;
  const camera = own.camera.state.value;
  const heard = microphone.is === 'on' && !microphone.muted && !microphone.taken;
  return (
    <div class="fd-self" data-testid="self-view">
      {camera.is === 'on' && !camera.taken ? (
        <Video track={camera.track} label={t('room:self.label')} testId="self-video" mirrored />
      ) : (
        <p class="fd-self__blank">
          <CameraIcon off />
          {t(
            camera.is === 'opening'
              ? 'room:self.opening'
              : camera.is === 'off'
                ? 'room:self.cameraOff'
                : 'room:self.noCamera',
          )}
        </p>
      )}
      <p class="fd-caption" data-testid={heard ? 'self-heard' : 'self-muted'}>
        <MicrophoneIcon off={!heard} />
        {t(
          heard
            ? 'room:self.you'
            : microphone.is === 'on' && !microphone.taken
              ? 'room:self.muted'
              : 'room:self.noMicrophone',
        )}
      </p>
    </div>
  );
}
