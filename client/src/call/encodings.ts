import { leastBitrate, type PictureLevel } from '@front-door/shared/domain/quality.ts';
import type { types } from 'mediasoup-client';

type SendOptions = Pick<types.ProducerOptions, 'codecOptions' | 'encodings' | 'streamId'>;

/** Speech: mono, sparing while nobody speaks, able to repair what gets lost, and before any picture. */
export const speech: SendOptions = {
  codecOptions: { opusStereo: false, opusDtx: true, opusFec: true, opusNack: true, opusMaxAverageBitrate: 40_000 },
  encodings: [{ priority: 'high', networkPriority: 'high' }],
};

/** kbit/s. */
const least = leastBitrate / 1_000;

/** Bits per second of the small picture, and of one that comes only so many times a second. */
const small = { maxBitrate: 200_000, maxFramerate: 30 };
const slow = { maxBitrate: 80_000, maxFramerate: 6 };

/**
 * A face: two layers, so that the server has something smaller to fall back to for a slow receiver. Without a bitrate
 * to start from, the first seconds would be a quarter of the size; on a weak network it would be too much for it. The
 * small layer rests at first: where both begin together, the server shows the small one for two seconds.
 */
export const face = (weak: boolean): SendOptions => ({
  codecOptions: { videoGoogleStartBitrate: weak ? least : 1_000, videoGoogleMinBitrate: least },
  encodings: [
    { active: weak, scaleResolutionDownBy: 2, scalabilityMode: 'L1T3', ...small },
    { scaleResolutionDownBy: 1, maxBitrate: 1_200_000, scalabilityMode: 'L1T3' },
  ],
});

/**
 * Sends no more than that of a picture from now on: nothing, the smaller layer alone, or all; of all, as long as it
 * `begins`, the larger layer alone.
 */
export async function limitCamera(sender: RTCRtpSender, level: PictureLevel, begins: boolean): Promise<void> {
  const isSent = (layer: number) => (level === 'full' ? layer === 1 || !begins : level !== 'off' && layer === 0);
  await change(sender, (layer) => ({
    active: isSent(layer),
    ...(layer === 0 && (level === 'slow' ? slow : small)),
  }));
}

/** Sends sound with that many bits per second from now on. */
export async function limitMicrophone(sender: RTCRtpSender, maxBitrate: number): Promise<void> {
  await change(sender, () => ({ maxBitrate }));
}

async function change(
  sender: RTCRtpSender,
  wantedOf: (layer: number) => Partial<RTCRtpEncodingParameters>,
): Promise<void> {
  const parameters = sender.getParameters();
  const isAsWanted = parameters.encodings.every((encoding, layer) =>
    Object.entries(wantedOf(layer)).every(
      ([name, value]) => encoding[name as keyof RTCRtpEncodingParameters] === value,
    ),
  );
  if (isAsWanted) return;
  parameters.encodings.forEach((encoding, layer) => Object.assign(encoding, wantedOf(layer)));
  await sender.setParameters(parameters);
}
