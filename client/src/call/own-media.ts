import { signal } from '@preact/signals';
import type { DeviceProblem } from './device-problem.ts';
import type { Opened } from './devices.ts';
import { openCamera, openDevices, openMicrophone } from './devices.ts';

/**
 * One's own microphone or camera.
 * - `off`: not asked for yet, or switched off; the device's light is dark
 * - `on`: `track` is live; a `muted` microphone stays open so that it is back at once
 */
export type OwnTrack =
  | { is: 'off' }
  | { is: 'opening' }
  | { is: 'on'; track: MediaStreamTrack; muted: boolean }
  | { is: 'missing'; problem: DeviceProblem };

/** One's own devices. Nothing here knows of a network: what is sent, and when, is decided elsewhere. */
export class OwnMedia {
  readonly microphone = signal<OwnTrack>({ is: 'off' });
  readonly camera = signal<OwnTrack>({ is: 'off' });

  /** Asks for both in one question. */
  async open(): Promise<void> {
    this.microphone.value = this.camera.value = { is: 'opening' };
    const opened = await openDevices();
    this.#use('microphone', opened.microphone);
    this.#use('camera', opened.camera);
  }

  /** Mutes and unmutes; asks for the microphone when there is none yet. */
  async toggleMicrophone(): Promise<void> {
    const { value } = this.microphone;
    if (value.is === 'opening') return;
    if (value.is === 'on') {
      value.track.enabled = value.muted;
      this.microphone.value = { ...value, muted: !value.muted };
      return;
    }
    this.microphone.value = { is: 'opening' };
    this.#use('microphone', await openMicrophone());
  }

  /** Switches the camera off for real, or on again. */
  async toggleCamera(): Promise<void> {
    const { value } = this.camera;
    if (value.is === 'opening') return;
    if (value.is === 'on') return this.#stop('camera');
    this.camera.value = { is: 'opening' };
    this.#use('camera', await openCamera());
  }

  close(): void {
    this.#stop('microphone');
    this.#stop('camera');
  }

  #use(device: 'microphone' | 'camera', { track, problem }: Opened): void {
    if (track === null) {
      this[device].value = { is: 'missing', problem };
      return;
    }
    this[device].value = { is: 'on', track, muted: false };
    track.addEventListener('ended', () => {
      const { value } = this[device];
      if (value.is === 'on' && value.track === track) this[device].value = { is: 'missing', problem: 'interrupted' };
    });
  }

  #stop(device: 'microphone' | 'camera'): void {
    const { value } = this[device];
    if (value.is === 'on') value.track.stop();
    this[device].value = { is: 'off' };
  }
}
