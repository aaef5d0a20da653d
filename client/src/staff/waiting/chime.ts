import { signal } from '@preact/signals';

/** Two soft notes, Hz, how long each sounds, s, and how loud, of 1. */
const notes = [660, 880];
const length = 0.25;
const loudness = 0.06;

/** A short quiet tone. Browsers let none through before the page was clicked or a key was pressed on it. */
export class Chime {
  /** Whether it could be heard now. */
  readonly isReady = signal(false);
  #context: AudioContext | null = null;

  /** Resolves when it can be heard: within a click at once, else with the next one or the next key. */
  prepare(): Promise<void> {
    this.#context ??= new AudioContext();
    const context = this.#context;
    return new Promise((ready) => {
      const resume = () => void context.resume().then(settle);
      const settle = () => {
        removeEventListener('pointerup', resume);
        removeEventListener('keyup', resume);
        this.isReady.value = true;
        ready();
      };
      addEventListener('pointerup', resume);
      addEventListener('keyup', resume);
      resume();
    });
  }

  play(): void {
    const context = this.#context;
    if (context === null || !this.isReady.value) return;
    const volume = new GainNode(context, { gain: 0 });
    volume.connect(context.destination);
    notes.forEach((frequency, place) => {
      const from = context.currentTime + place * length;
      // Faded in and out: a tone that begins or ends at once clicks.
      volume.gain.setValueAtTime(0, from);
      volume.gain.linearRampToValueAtTime(loudness, from + 0.03);
      volume.gain.linearRampToValueAtTime(0, from + length);
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(volume);
      tone.start(from);
      tone.stop(from + length);
    });
  }
}
