import { useSignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { playTone } from './tone.ts';

/** Plays a sound when asked to, and asks whether it was heard. */
export function SpeakerCheck() {
  const state = useSignal<'quiet' | 'playing' | 'asking' | 'works' | 'help' | 'failed'>('quiet');
  const play = async () => {
    state.value = 'playing';
    state.value = await playTone().then(
      () => 'asking' as const,
      () => 'failed' as const,
    );
  };
  return (
    <section class="fd-check__part" data-testid="speaker-check" data-state={state.value}>
      <h2 class="nhsuk-heading-s">{t('later:check.speaker.title')}</h2>
      <Button kind="secondary" small busy={state.value === 'playing'} onClick={() => void play()} testId="play-sound">
        {t('later:check.speaker.play')}
      </Button>
      <div role="status">
        {state.value === 'asking' && <p>{t('later:check.speaker.question')}</p>}
        {state.value === 'works' && <p>{t('later:check.speaker.works')}</p>}
        {state.value === 'help' && <Notice kind="warning">{t('later:check.speaker.help')}</Notice>}
        {state.value === 'failed' && <Notice kind="warning">{t('later:check.speaker.failed')}</Notice>}
      </div>
      {state.value === 'asking' && (
        <div class="fd-actions">
          <Button kind="secondary" small onClick={() => (state.value = 'works')} testId="sound-heard">
            {t('later:check.speaker.yes')}
          </Button>
          <Button kind="secondary" small onClick={() => (state.value = 'help')} testId="sound-not-heard">
            {t('later:check.speaker.no')}
          </Button>
        </div>
      )}
    </section>
  );
}
