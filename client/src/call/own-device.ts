import { signal } from '@preact/signals';
import type { DeviceProblem } from './device-problem.ts';
import type { Opened } from './devices.ts';

/**
 * One's own microphone or camera.
 * - `off`: not asked for yet, or switched off; the device's light is dark
 * - `opening`: the browser may be asking the person
 * - `on`: `track` is live; a `muted` microphone stays open so that it is back at once
 */
export type OwnTrack =
  | { is: 'off' }
  | { is: 'opening' }
  | { is: 'on'; track: MediaStreamTrack; muted: boolean }
  | { is: 'missing'; problem: DeviceProblem };

/** Keeps one device's state through being asked for, switched off, unplugged. */
export class OwnDevice {
  readonly state = signal<OwnTrack>({ is: 'off' });
  /** Counts openings; one that finds another number than its own is not wanted any more. */
  #opening = 0;

  async open(asked: Promise<Opened>, muted = false): Promise<void> {
    const opening = ++this.#opening;
    this.state.value = { is: 'opening' };
    const { track, problem } = await asked;
    if (opening !== this.#opening) return track?.stop();
    if (track === null) {
      this.state.value = { is: 'missing', problem };
      return;
    }
    track.enabled = !muted;
    this.state.value = { is: 'on', track, muted };
    track.addEventListener('ended', () => {
      const { value } = this.state;
      if (value.is === 'on' && value.track === track) this.state.value = { is: 'missing', problem: 'interrupted' };
    });
  }

  mute(muted: boolean): void {
    const { value } = this.state;
    if (value.is !== 'on') return;
    value.track.enabled = !muted;
    this.state.value = { ...value, muted };
  }

  close(): void {
    this.#opening += 1;
    const { value } = this.state;
    if (value.is === 'on') value.track.stop();
    this.state.value = { is: 'off' };
  }
}
