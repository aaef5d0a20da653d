import type { RouterRtpCodecCapability } from 'mediasoup/types';

/**
 * What is spoken in every consultation: Opus, which repairs losses by retransmission as well (how it is sent is the
 * client's choice), VP8, and H.264 constrained baseline for phones that encode nothing else in hardware.
 */
export const codecs: RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, rtcpFeedback: [{ type: 'nack' }] },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];
