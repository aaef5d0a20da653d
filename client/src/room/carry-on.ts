import type { OwnMedia } from '../call/own-media.ts';
import { onPageShown } from '../net/network.ts';
import { replay } from './playback.ts';

/** How long the system may take to give back by itself what it took, once the page is looked at again, ms. */
const givenBackWithin = 1_500;

/** Takes the devices again and plays again what was stopped. From a tap, browsers allow the most. */
export async function carryOn(own: OwnMedia): Promise<void> {
  replay();
  await own.retake();
}

/**
 * Carries on without a tap whenever the page is looked at again, where the browser will not ask the person first.
 * @returns how to stop
 */
export function carryOnWhenShown(own: OwnMedia): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopListening = onPageShown(() => {
    replay();
    clearTimeout(timer);
    timer = setTimeout(() => void carryOnIfAllowed(own), givenBackWithin);
  });
  return () => {
    stopListening();
    clearTimeout(timer);
  };
}

async function carryOnIfAllowed(own: OwnMedia): Promise<void> {
  const wanted = (['microphone', 'camera'] as const).filter((device) => own[device].isTaken);
  const stands = await Promise.all(wanted.map(permissionStands));
  if (wanted.length > 0 && stands.every(Boolean)) await carryOn(own);
}

async function permissionStands(name: 'microphone' | 'camera'): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name })).state === 'granted';
  } catch {
    // Not every browser tells.
    return false;
  }
}
