import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import { largestEcho } from '@front-door/shared/protocol/limits.ts';

type Opened = SocketReply<'check:open'>;
type Candidate = Opened['transport']['iceCandidates'][number];

/** The certificates' fingerprints in a browser's offer, as the server wants them. */
export const fingerprintsIn = (offer: string) =>
  [...offer.matchAll(/^a=fingerprint:(\S+) (\S+)/gm)].map(([, algorithm = '', value = '']) => ({
    algorithm: algorithm.toLowerCase() as 'sha-256',
    value,
  }));

/**
 * The server's end of a check as the answer to a browser's offer, which has one part and that for data. The server
 * waits for the browser to begin, for ICE and for DTLS alike.
 */
export function answerTo(offer: string, { transport, sctpPort }: Opened): string {
  const { iceParameters, iceCandidates, dtlsParameters } = transport;
  const mid = /^a=mid:(\S+)/m.exec(offer)?.[1] ?? '0';
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=ice-lite',
    `a=group:BUNDLE ${mid}`,
    'm=application 7 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    'a=setup:passive',
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    ...dtlsParameters.fingerprints.map(({ algorithm, value }) => `a=fingerprint:${algorithm} ${value}`),
    `a=sctp-port:${sctpPort}`,
    `a=max-message-size:${largestEcho}`,
    ...iceCandidates.map(candidateLine),
    'a=end-of-candidates',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

const candidateLine = ({ foundation, protocol, priority, address, port, type, tcpType }: Candidate): string =>
  `a=candidate:${foundation} 1 ${protocol} ${priority} ${address} ${port} typ ${type}${tcpType ? ` tcptype ${tcpType}` : ''}`;
