import type { OwnTrack } from '../call/own-device.ts';
import type { DeviceChoice, OwnMedia } from '../call/own-media.ts';
import { Memory } from '../net/memory.ts';

const memory = new Memory(() => sessionStorage);
const key = 'front-door.devices';

const choices: Record<string, DeviceChoice> = {
  both: { muted: false, camera: true },
  microphone: { muted: false, camera: false },
  camera: { muted: true, camera: true },
  neither: { muted: true, camera: false },
};

/** What the person chose before this page was reloaded, so that whoever was muted does not come back audible. */
export const recallChoice = (): DeviceChoice | null => choices[memory.read(key) ?? ''] ?? null;

/** Remembers what is on; nothing before the person was asked, and nothing while the browser is still asking. */
export function rememberChoice(microphone: OwnTrack, camera: OwnTrack): void {
  if (microphone.is === 'off' || microphone.is === 'opening' || camera.is === 'opening') return;
  // What the system took away is still wanted as it was.
  if (isInterrupted(microphone) || isInterrupted(camera)) return;
  const audible = microphone.is === 'missing' || !microphone.muted;
  const visible = camera.is !== 'off';
  memory.write(key, audible ? (visible ? 'both' : 'microphone') : visible ? 'camera' : 'neither');
}

/** Turns the devices on as the person had them before, without asking again; nothing when they were never asked. */
export function reopenDevices(own: OwnMedia): void {
  const choice = recallChoice();
  if (choice !== null) void own.open(choice);
}

const isInterrupted = (own: OwnTrack): boolean => own.is === 'missing' && own.problem === 'interrupted';
