import { useEffect, useRef } from 'preact/hooks';
import { playOnChosenSpeaker } from '../call/preferred-devices.ts';
import { play, stopPlaying } from './playback.ts';

interface VideoProps {
  /** null while there is none; the element stays, so that a picture that is opened anew does not flicker. */
  track: MediaStreamTrack | null;
  label: string;
  testId: string;
  visitId?: string;
  /** People know themselves from mirrors. */
  mirrored?: boolean;
  /** Told when the first picture is there. */
  onPicture?: () => void;
}

/** A picture. Silent, because browsers play silent ones without being asked; the sound has an element of its own. */
export function Video({ track, label, testId, visitId, mirrored = false, onPicture }: VideoProps) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = ref.current!;
    element.srcObject = track && new MediaStream([track]);
    if (track) void play(element);
    return () => stopPlaying(element);
  }, [track]);
  return (
    <video
      ref={ref}
      class={mirrored ? 'fd-video fd-video--mirrored' : 'fd-video'}
      autoplay
      playsInline
      muted
      aria-label={label}
      data-testid={testId}
      data-visit-id={visitId}
      onLoadedData={onPicture}
    />
  );
}

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
