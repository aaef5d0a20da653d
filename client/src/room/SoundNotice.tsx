import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { announceNow } from '../ui/live-status.tsx';
import { Notice } from '../ui/Notice.tsx';
import { soundBlocked, unblockSound } from './playback.ts';

/** The browser plays no sound: one tap changes that. */
export function SoundNotice() {
  const isBlocked = soundBlocked.value;
  useEffect(() => {
    if (isBlocked) announceNow(t('room:sound.blocked'));
  }, [isBlocked]);
  if (!isBlocked) return null;
  return (
    <Notice kind="warning">
      <p>{t('room:sound.blocked')}</p>
      <Button onClick={unblockSound} testId="tap-to-hear">
        {t('room:sound.tap')}
      </Button>
    </Notice>
  );
}
