import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OwnMedia } from '../call/own-media.ts';
import { t } from '../i18n/index.ts';
import { listen } from './sound-level.ts';

interface Props {
  own: OwnMedia;
  /** Whether nothing at all comes from the microphone though it is on; kept here. */
  silent: Signal<boolean>;
}

/** Shows how loud the person is: as a bar for the eye, and once as a sentence for everybody. */
export function LevelMeter({ own, silent }: Props) {
  const { value } = own.microphone.state;
  if (value.is !== 'on' || value.muted) return null;
  return <Listening key={value.track.id} track={value.track} silent={silent} />;
}

function Listening({ track, silent }: { track: MediaStreamTrack; silent: Signal<boolean> }) {
  const bar = useRef<HTMLSpanElement>(null);
  const voice = useSignal(false);
  useEffect(() => {
    const stop = listen(track, (heard) => {
      // Past the signals: twenty times a second is too often to draw the page.
      bar.current?.style.setProperty('--fd-level', String(heard.level));
      voice.value = heard.voice;
      silent.value = heard.dead || track.muted;
    });
    return () => {
      stop();
      silent.value = false;
    };
  }, [track]);
  return (
    <div
      class="fd-level"
      data-testid="level"
      data-state={silent.value ? 'silent' : voice.value ? 'heard' : 'listening'}
    >
      <span class="fd-level__bar" ref={bar} aria-hidden="true" />
      <p role="status">{t(voice.value ? 'later:check.microphone.heard' : 'later:check.microphone.speak')}</p>
    </div>
  );
}
