import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
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

const waiting = new WeakMap<MediaStreamTrack, HTMLVideoElement>();

/**
 * Makes the element for somebody's picture before there is one: a browser takes some time until it shows the first of
 * anything, and what comes meanwhile is lost.
 */
export function awaitPicture(track: MediaStreamTrack): void {
  if (waiting.has(track)) return;
  const element = makeVideo();
  element.srcObject = new MediaStream([track]);
  element.play().catch(() => undefined);
  waiting.set(track, element);
}

function makeVideo(): HTMLVideoElement {
  const element = document.createElement('video');
  return Object.assign(element, { autoplay: true, playsInline: true, muted: true });
}

/** A picture. Silent, because browsers play silent ones without being asked; the sound has an element of its own. */
export function Video({ track, label, testId, visitId, mirrored, onPicture }: VideoProps) {
  const place = useRef<HTMLSpanElement>(null);
  const element = useMemo(() => waiting.get(track!) ?? makeVideo(), []);
  useLayoutEffect(() => place.current!.append(element), []);
  useLayoutEffect(() => {
    element.className = `fd-video ${mirrored ? 'fd-video--mirrored' : ''}`;
    element.setAttribute('aria-label', label);
    Object.assign(element.dataset, { testid: testId, ...(visitId && { visitId }) });
    if (!onPicture) return;
    element.addEventListener('loadeddata', onPicture);
    return () => element.removeEventListener('loadeddata', onPicture);
  });
  useLayoutEffect(() => {
    if (waiting.get(track!) !== element) element.srcObject = track && new MediaStream([track]);
    else if (element.readyState > element.HAVE_METADATA) onPicture?.();
    if (track) void play(element);
    return () => stopPlaying(element);
  }, [track]);
  return <span ref={place} />;
}
