import type { types } from 'mediasoup-client';
import { payloadTypes, type Ssrcs } from './line.ts';

/** The SDP that mediasoup does without, as far as the other end of its transports is told by it. */

const end = (transport: types.TransportOptions, setup: 'passive' | 'actpass') => {
  const { iceParameters, iceCandidates, dtlsParameters } = transport;
  const fingerprint = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256')!;
  return [
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    ...iceCandidates
      .filter(({ protocol }) => protocol === 'udp')
      .map(
        ({ foundation, priority, ip, port }) => `a=candidate:${foundation} 1 udp ${priority} ${ip} ${port} typ host`,
      ),
    'a=end-of-candidates',
    `a=fingerprint:sha-256 ${fingerprint.value}`,
    `a=setup:${setup}`,
    'a=rtcp-mux',
  ];
};

const session = (mids: string[]) => [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=ice-lite',
  `a=group:BUNDLE ${mids.join(' ')}`,
];

const media = (mid: string, kind: string, payloadType: number, codec: string, lines: string[]) => [
  `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloadType}`,
  'c=IN IP4 0.0.0.0',
  `a=mid:${mid}`,
  `a=rtpmap:${payloadType} ${codec}`,
  ...lines,
];

const written = (lines: string[]) => `${lines.join('\r\n')}\r\n`;

/** What a transport that receives from us answers. */
export function answerOf(transport: types.TransportOptions): string {
  const its = ['a=recvonly', ...end(transport, 'passive')];
  return written([
    ...session(['0', '1']),
    ...media('0', 'audio', payloadTypes.audio, 'opus/48000/2', its),
    ...media('1', 'video', payloadTypes.video, 'VP8/90000', its),
  ]);
}

/** Consumed streams: their numbers, by which what they are is known when it comes. */
export interface Consumed {
  ssrc: number;
  payloadType: number;
}

/** Under this number mediasoup sends what is only to show how much the way bears. */
export const probing = 1234;

/** What a transport that sends to us offers. */
export function offerOf(transport: types.TransportOptions, streams: Record<keyof Ssrcs, Consumed>): string {
  const its = (ssrc: number) => [`a=sendonly`, `a=ssrc:${ssrc} cname:sfu`, ...end(transport, 'actpass')];
  return written([
    ...session(['0', '1', 'probator']),
    ...media('0', 'audio', streams.audio.payloadType, 'opus/48000/2', its(streams.audio.ssrc)),
    ...media('1', 'video', streams.video.payloadType, 'VP8/90000', its(streams.video.ssrc)),
    ...media('probator', 'video', 127, 'VP8/90000', its(probing)),
  ]);
}
