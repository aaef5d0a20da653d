/** Rising notes, Hz, and how long each sounds, s. */
const notes = [523, 659, 784];
const length = 0.4;
const volume = 0.4;

/** How long a browser may take to let sound through after a tap, ms. */
const wakesWithin = 1_000;

/** Whether the browser lets sound through by now, which it may only do after the page was touched. */
export async function wakes(context: AudioContext): Promise<boolean> {
  // It does not answer as long as it holds the sound back.
  await Promise.race([
    context.resume().catch(() => undefined),
    new Promise((waited) => setTimeout(waited, wakesWithin)),
  ]);
  return context.state === 'running';
}

/** Plays a few notes, without a click at either end of each. */
export function chime(context: AudioContext): void {
  notes.forEach((frequency, index) => {
    const begin = context.currentTime + 0.05 + index * length;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = frequency;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(volume, begin + 0.02);
    gain.gain.linearRampToValueAtTime(0, begin + length);
    tone.connect(gain);
    gain.connect(context.destination);
    tone.start(begin);
    tone.stop(begin + length);
  });
}
