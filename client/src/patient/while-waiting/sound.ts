import { effect, signal, untracked } from '@preact/signals';
import { Memory } from '../../net/memory.ts';
import type { Visit } from '../../room/visit.ts';
import { onAlert } from '../alerts.ts';
import { chime, wakes } from './chime.ts';

const memory = new Memory(() => localStorage);
const key = 'front-door.sound';

/** Whether the person wants to hear when it is their turn; remembered on this device. */
export const soundWanted = signal(memory.read(key) === 'on');
/**
 * How the sound fares once it is wanted: `held` back until the page is touched, as after a reload, or `impossible`.
 */
export const sound = signal<'silent' | 'ready' | 'held' | 'impossible'>('silent');

let context: AudioContext | null = null;
let isStarted = false;

/** Sounds from now on whatever there is to notice, if the person wants it; and once when they say so, as a test. */
export function startSound(visit: Visit): void {
  if (isStarted) return;
  isStarted = true;
  let wasWanted: boolean | null = null;
  effect(() => {
    const isWanted = soundWanted.value;
    const isTest = isWanted && wasWanted === false;
    if (wasWanted !== null) memory.write(key, isWanted ? 'on' : 'off');
    wasWanted = isWanted;
    untracked(() => (isWanted ? void wake(isTest) : rest()));
  });
  onAlert(visit, () => {
    if (soundWanted.value) void wake(true);
  });
}

/** Gets the sound ready, and plays it, or waits for the touch that it needs. */
async function wake(isToSound: boolean): Promise<void> {
  try {
    const own = (context ??= new AudioContext());
    const isAwake = await wakes(own);
    // It was switched off meanwhile.
    if (own !== context) return;
    sound.value = isAwake ? 'ready' : 'held';
    if (!isAwake) addEventListener('click', touched, { once: true });
    else if (isToSound) chime(own);
  } catch {
    sound.value = 'impossible';
  }
}

function rest(): void {
  void context?.close();
  context = null;
  sound.value = 'silent';
}

function touched(): void {
  if (soundWanted.value) void wake(false);
}
