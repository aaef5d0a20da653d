import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';

/**
 * The server's clock. The devices' own are often minutes off, and everybody must see the same waiting time, so times
 * are counted against the `now` that came with the last view.
 */
const offset = signal(0);

/** Set the server's clock from a `now` that has just arrived, in ms since the epoch. */
export function setServerClock(now: number): void {
  const next = now - Date.now();
  // Small differences are the network's delay; following each would make the clocks jump.
  if (Math.abs(next - offset.peek()) > 1000) offset.value = next;
}

/** The server's time as a signal that moves every so many ms, for as long as something shows it. */
function ticking(every: number): ReadonlySignal<number> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const time = signal(Date.now(), {
    watched() {
      time.value = Date.now();
      timer = setInterval(() => (time.value = Date.now()), every);
    },
    unwatched: () => clearInterval(timer),
  });
  return time;
}

const bySecond = ticking(1000);
const slowly = ticking(15_000);

/** The server's time, which moves slowly. Read it where it is drawn. */
export const serverTime = (): number => slowly.value + offset.value;

/** Milliseconds since a point in time on the server's clock; never less than none. Read it where it is drawn. */
export const elapsed = (since: number, pace: 'second' | 'slow'): number =>
  Math.max(0, (pace === 'second' ? bySecond : slowly).value + offset.value - since);

/** The same for a point in time on this device's own clock. */
export const elapsedHere = (since: number): number => Math.max(0, slowly.value - since);
