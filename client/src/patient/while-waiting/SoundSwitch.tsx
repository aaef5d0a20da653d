import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { Visit } from '../../room/visit.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { sound, soundWanted, startSound } from './sound.ts';

/** For whoever wants to look away while waiting. */
export function SoundSwitch({ visit }: { visit: Visit }) {
  useEffect(() => startSound(visit), [visit]);
  return (
    <div class="fd-sound" data-testid="sound-switch" data-state={sound.value}>
      <Checkbox id="sound" label={t('later:sound.turn')} value={soundWanted} />
      <p class="fd-sound__state" role="status">
        {said()}
      </p>
    </div>
  );
}

function said(): string | null {
  switch (sound.value) {
    case 'silent':
      return null;
    case 'ready':
      return t('later:sound.ready');
    case 'held':
      return t('later:sound.touch');
    case 'impossible':
      return t('later:sound.failed');
  }
}
