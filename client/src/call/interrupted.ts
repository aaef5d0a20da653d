import { interruptionOf, type Interruption } from '@front-door/shared/domain/interruption.ts';
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { OwnMedia } from './own-media.ts';

/** What keeps this person from being seen or heard, as far as this page can know. */
export function ownInterruption(own: OwnMedia): ReadonlySignal<Interruption | null> {
  const { hidden, frozen } = watchPage();
  return computed(() =>
    interruptionOf({
      microphoneTaken: own.microphone.isTaken,
      cameraTaken: own.camera.isTaken,
      hidden: hidden.value,
      frozen: frozen.value,
      // Nothing says so outright; whoever points with a finger is taken for somebody with a phone.
      isPhone: matchMedia('(pointer: coarse)').matches,
    }),
  );
}

let page: ReturnType<typeof follow> | undefined;
const watchPage = () => (page ??= follow());

/** Follows whether the page is looked at and whether the browser lets it run. */
function follow() {
  const hidden = signal(document.visibilityState === 'hidden');
  const frozen = signal(false);
  const look = () => {
    frozen.value = false;
    hidden.value = document.visibilityState === 'hidden';
  };
  document.addEventListener('visibilitychange', look);
  document.addEventListener('freeze', () => (frozen.value = true));
  document.addEventListener('resume', look);
  // Put away for the case that the person goes back to it.
  addEventListener('pagehide', ({ persisted }) => (frozen.value = persisted));
  addEventListener('pageshow', look);
  return { hidden, frozen };
}
