import type { types } from 'mediasoup-client';

type SendOptions = Pick<types.ProducerOptions, 'codecOptions' | 'encodings' | 'streamId'>;

/** Speech: mono, sparing while nobody speaks, and able to repair what gets lost. */
export const speech: SendOptions = {
  codecOptions: { opusStereo: false, opusDtx: true, opusFec: true, opusNack: true, opusMaxAverageBitrate: 40_000 },
};

/**
 * A face: two layers, so that the server has something smaller to fall back to for a slow receiver. Without a bitrate
 * to start from, the first seconds would be a quarter of the size.
 */
export const face: SendOptions = {
  codecOptions: { videoGoogleStartBitrate: 1_000 },
  encodings: [
    { scaleResolutionDownBy: 2, maxBitrate: 200_000, scalabilityMode: 'L1T3' },
    { scaleResolutionDownBy: 1, maxBitrate: 1_200_000, scalabilityMode: 'L1T3' },
  ],
};
