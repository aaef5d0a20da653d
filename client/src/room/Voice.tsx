import { useEffect, useRef } from 'preact/hooks';
import { playOnChosenSpeaker } from '../call/preferred-devices.ts';
import { play, stopPlaying } from './playback.ts';

/** A voice. The element is made by hand: as markup it would promise captions, which nobody can give of a voice. */
export function Voice({ track, visitId }: { track: MediaStreamTrack; visitId: string }) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = document.createElement('audio');
    element.autoplay = true;
    Object.assign(element.dataset, { testid: 'remote-audio', visitId });
    element.srcObject = new MediaStream([track]);
    ref.current!.append(element);
    void playOnChosenSpeaker(element);
    void play(element);
    return () => {
      stopPlaying(element);
      element.srcObject = null;
      element.remove();
    };
  }, [track]);
  return <span ref={ref} />;
}
