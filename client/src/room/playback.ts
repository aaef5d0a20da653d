import { signal } from '@preact/signals';

/** What is to be heard or seen at the moment. */
const playing = new Set<HTMLMediaElement>();
const held = new Set<HTMLMediaElement>();

/** The browser plays no sound yet: before the person has touched the page, or after something interrupted it. */
export const soundBlocked = signal(false);

/** Plays what arrives; when the browser does not allow it, `soundBlocked` asks the person for a touch. */
export async function play(element: HTMLMediaElement): Promise<void> {
  // Nobody can pause it but the system, as for a phone call.
  if (!playing.has(element)) element.addEventListener('pause', goOn);
  playing.add(element);
  try {
    await element.play();
    held.delete(element);
  } catch (error) {
    // Everything else says that the element was taken away or given another stream meanwhile.
    if (error instanceof DOMException && error.name === 'NotAllowedError') {
      held.add(element);
      // Whatever is touched first will do.
      addEventListener('click', unblockSound, { once: true });
    }
  }
  soundBlocked.value = held.size > 0;
}

/** The element is gone from the page. */
export function stopPlaying(element: HTMLMediaElement): void {
  element.removeEventListener('pause', goOn);
  playing.delete(element);
  held.delete(element);
  soundBlocked.value = held.size > 0;
}

/** Tries again; to be called from a click. */
export function unblockSound(): void {
  for (const element of held) void play(element);
}

/** Plays on whatever was stopped. */
export function replay(): void {
  for (const element of playing) if (element.paused) void play(element);
}

function goOn({ currentTarget }: Event): void {
  void play(currentTarget as HTMLMediaElement);
}
