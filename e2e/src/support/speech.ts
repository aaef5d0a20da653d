import { writeFile } from 'node:fs/promises';

const rate = 48_000;
const seconds = 20;

/**
 * Writes something like speech that never pauses, as a WAV file of one channel: a voice whose pitch and loudness go up
 * and down. The beep that Chromium makes by itself has pauses, in which nothing is sent.
 */
export async function writeSpeech(path: string): Promise<void> {
  const bytes = rate * seconds * 2;
  const file = Buffer.alloc(44 + bytes);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + bytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  // PCM, one channel, 16 bits.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
  let phase = 0;
  for (let n = 0; n < rate * seconds; n += 1) {
    const at = n / rate;
    phase += (2 * Math.PI * (140 + 40 * Math.sin(2 * Math.PI * 0.7 * at))) / rate;
    const voice = [1, 2, 3, 4, 5, 6].reduce((sum, harmonic) => sum + Math.sin(harmonic * phase) / harmonic, 0);
    const loudness = 0.25 + 0.15 * Math.sin(2 * Math.PI * 4 * at);
    file.writeInt16LE(Math.round((voice / 2.5) * loudness * 32_767), 44 + n * 2);
  }
  await writeFile(path, file);
}
