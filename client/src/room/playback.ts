import { signal } from '@preact/signals';

const held = new Set<HTMLMediaElement>();

/** The browser plays no sound before the person has touched the page. */
export const soundBlocked = signal(false);

/** Plays what arrives; when the browser does not allow it, `soundBlocked` asks the person for a touch. */
export async function play(element: HTMLMediaElement): Promise<void> {
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
  held.delete(element);
  soundBlocked.value = held.size > 0;
}

/** Tries again; to be called from a click. */
export function unblockSound(): void {
  for (const element of held) void play(element);
}
