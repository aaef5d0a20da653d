/** How loud it is, and what that says of the microphone. */
export interface Heard {
  /** From 0 to 1, as ears count it. */
  level: number;
  /** Somebody has spoken since listening began. */
  voice: boolean;
  /** Not even noise has come for a while: it is muted, by a switch or by the system, or broken. */
  dead: boolean;
}

/** From here on it is a voice and not the room, as a share of the loudest there is. */
const voiceAt = 0.01;
/** Below this it is nothing at all: even a quiet room is louder. */
const nothingBelow = 0.000_02;
/** For how long nothing may come, ms. */
const deadAfter = 6_000;

/** Makes sense of one loudness after another. */
export class Hearing {
  #voice = false;
  #lastSound: number;

  /** @param now ms */
  constructor(now: number) {
    this.#lastSound = now;
  }

  /** @param loudness the root mean square of the last moment's samples, from 0 to 1 */
  hear(loudness: number, now: number): Heard {
    if (loudness >= nothingBelow) this.#lastSound = now;
    this.#voice ||= loudness >= voiceAt;
    // 60 dB from nothing to full.
    const level = Math.min(1, Math.max(0, 1 + (20 * Math.log10(Math.max(loudness, 1e-6))) / 60));
    return { level, voice: this.#voice, dead: now - this.#lastSound >= deadAfter };
  }
}

/** Listens to a track until the returned function is called, and tells some 20 times a second what it hears. */
export function listen(track: MediaStreamTrack, heard: (heard: Heard) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let hearing = new Hearing(performance.now());
  const listening = setInterval(() => {
    // Until the page is touched, browsers may hold it back; what is not heard then says nothing of the microphone.
    if (context.state !== 'running') {
      hearing = new Hearing(performance.now());
      void context.resume().catch(() => undefined);
      return;
    }
    analyser.getFloatTimeDomainData(samples);
    heard(hearing.hear(loudnessOf(samples), performance.now()));
  }, 50);
  return () => {
    clearInterval(listening);
    void context.close();
  };
}

const loudnessOf = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
