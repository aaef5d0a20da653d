import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OwnMedia } from '../call/own-media.ts';
import { t } from '../i18n/index.ts';
import { Notice } from '../ui/Notice.tsx';
import { DeviceHelp } from './DeviceHelp.tsx';

/** Says when the camera is on and sends no picture: the system, a switch or a phone call holds it back. */
export function DarkNotice({ own, dark }: { own: OwnMedia; dark: Signal<boolean> }) {
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
  if (!dark.value) return null;
  return (
    <Notice kind="warning" live>
      <p>{t('patient:check.dark')}</p>
      <DeviceHelp problem="silent" />
    </Notice>
  );
}
