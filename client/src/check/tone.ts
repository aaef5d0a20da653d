import { playOnChosenSpeaker } from '../call/preferred-devices.ts';

/** Three rising notes, Hz, and how long each sounds, s. */
const notes = [440, 554, 659];
const length = 0.35;

/** Plays a few notes on the chosen speaker. @throws when the browser lets no sound through */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const volume = context.createGain();
  volume.gain.value = 0.3;
  volume.connect(out);
  const element = new Audio();
  element.srcObject = out.stream;
  try {
    await playOnChosenSpeaker(element);
    await Promise.all([context.resume(), element.play()]);
    await sound(context, volume);
  } finally {
    element.srcObject = null;
    await context.close();
  }
}

function sound(context: AudioContext, volume: GainNode): Promise<unknown> {
  const begin = context.currentTime + 0.1;
  const tones = notes.map((frequency, index) => {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(volume);
    tone.start(begin + index * length);
    tone.stop(begin + (index + 1) * length);
    return tone;
  });
  return new Promise((ended) => tones.at(-1)!.addEventListener('ended', ended));
}
