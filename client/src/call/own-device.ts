import { signal } from '@preact/signals';
import type { DeviceProblem } from './device-problem.ts';
import type { Opened } from './devices.ts';

/**
 * One's own microphone or camera.
 * - `off`: not asked for yet, or switched off; the device's light is dark
 * - `opening`: the browser may be asking the person
 * - `on`: `track` is live; a `muted` microphone stays open so that it is back at once
 *
 * `taken`: it was on, and the system gives the page nothing of it, as during a phone call, and says neither why nor
 * until when; so it stays while it is asked for again.
 */
export type OwnTrack =
  | { is: 'off' }
  | { is: 'opening'; taken: boolean }
  | { is: 'on'; track: MediaStreamTrack; muted: boolean; taken: boolean }
  | { is: 'missing'; problem: DeviceProblem };

/** Keeps one device's state through being asked for, switched off, unplugged, taken by the system. */
export class OwnDevice {
  readonly state = signal<OwnTrack>({ is: 'off' });
  /** Counts openings; one that finds another number than its own is not wanted any more. */
  #opening = 0;
  /** As the person last wanted it, also while there is nothing to mute. */
  #muted = false;

  /** It was on, and the system has taken it away: whether the browser says that it is silent or that it has ended. */
  get isTaken(): boolean {
    const { value } = this.state;
    if (value.is === 'missing') return value.problem === 'interrupted';
    return value.is !== 'off' && value.taken;
  }

  async open(asked: Promise<Opened>, muted = false): Promise<void> {
    const opening = ++this.#opening;
    this.#muted = muted;
    this.state.value = { is: 'opening', taken: this.isTaken };
    const { track, problem } = await asked;
    if (opening !== this.#opening) return track?.stop();
    if (track === null) {
      this.state.value = { is: 'missing', problem };
      return;
    }
    track.enabled = !muted;
    this.state.value = { is: 'on', track, muted, taken: track.muted };
    const whileOn = (next: (on: Extract<OwnTrack, { is: 'on' }>) => OwnTrack) => {
      const { value } = this.state;
      if (value.is === 'on' && value.track === track) this.state.value = next(value);
    };
    track.addEventListener('mute', () => whileOn((on) => ({ ...on, taken: true })));
    track.addEventListener('unmute', () => whileOn((on) => ({ ...on, taken: false })));
    track.addEventListener('ended', () => whileOn(() => ({ is: 'missing', problem: 'interrupted' })));
  }

  mute(muted: boolean): void {
    const { value } = this.state;
    if (value.is !== 'on') return;
    this.#muted = muted;
    value.track.enabled = !muted;
    this.state.value = { ...value, muted };
  }

  /** Takes the device again after the system has taken it away; a microphone that was muted stays so. */
  async retake(ask: () => Promise<Opened>): Promise<void> {
    const { value } = this.state;
    if (value.is === 'on') value.track.stop();
    await this.open(
      // Whoever still has it will give it back: the person can go on trying.
      ask().then((opened) => (opened.problem === 'in_use' ? { track: null, problem: 'interrupted' } : opened)),
      this.#muted,
    );
  }

  close(): void {
    this.#opening += 1;
    const { value } = this.state;
    if (value.is === 'on') value.track.stop();
    this.state.value = { is: 'off' };
  }
}
