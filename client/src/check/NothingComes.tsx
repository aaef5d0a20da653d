import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OwnMedia } from '../call/own-media.ts';
import { t } from '../i18n/index.ts';
import { Notice } from '../ui/Notice.tsx';
import { DeviceHelp } from './DeviceHelp.tsx';

interface Props {
  own: OwnMedia;
  /** Whether nothing at all comes from the microphone though it is on. */
  silent: Signal<boolean>;
  /** The same of the camera; kept here. */
  dark: Signal<boolean>;
}

/** Says when a device is on and nothing comes of it: the system, a switch or a phone call holds it back. */
export function NothingComes({ own, silent, dark }: Props) {
  const { value } = own.camera.state;
  const track = value.is === 'on' ? value.track : null;
  useEffect(() => {
    const look = () => (dark.value = track?.muted === true);
    look();
    track?.addEventListener('mute', look);
    track?.addEventListener('unmute', look);
    return () => {
      track?.removeEventListener('mute', look);
      track?.removeEventListener('unmute', look);
      dark.value = false;
    };
  }, [track]);
  if (!dark.value && !silent.value) return null;
  return (
    <Notice kind="warning" live>
      {silent.value && <p>{t('later:check.microphone.silent')}</p>}
      {dark.value && <p>{t('later:check.dark')}</p>}
      <DeviceHelp problem="silent" />
    </Notice>
  );
}
