import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { soundBlocked, unblockSound } from './playback.ts';

/** The browser plays no sound yet: one tap changes that. */
export const SoundNotice = () =>
  soundBlocked.value ? (
    <Notice kind="warning" live>
      <p>{t('room:sound.blocked')}</p>
      <Button onClick={unblockSound} testId="tap-to-hear">
        {t('room:sound.tap')}
      </Button>
    </Notice>
  ) : null;
