import { Memory } from '../net/memory.ts';

const memory = new Memory(() => localStorage);
const keyOf = (kind: MediaDeviceKind): string => `front-door.${kind}`;

/** The device of that kind the person chose on this browser; null when they chose none. */
export const preferredDevice = (kind: MediaDeviceKind): string | null => memory.read(keyOf(kind));

export const preferDevice = (kind: MediaDeviceKind, deviceId: string): void => memory.write(keyOf(kind), deviceId);

/** Whether pages may say where sound comes out; on phones the phone decides. */
export const canChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

/** Sends the sound to the speaker the person chose; when that is gone, it comes out where it would anyway. */
export async function playOnChosenSpeaker(element: HTMLMediaElement): Promise<void> {
  const deviceId = preferredDevice('audiooutput');
  if (deviceId === null || !canChooseSpeaker()) return;
  await element.setSinkId(deviceId).catch(() => undefined);
}
