import { describe, expect, it } from 'vitest';
import { answerTo, fingerprintsIn } from './answer.ts';

const offer = [
  'v=0',
  'a=group:BUNDLE data',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=ice-ufrag:abcd',
  'a=fingerprint:SHA-256 AB:CD:EF',
  'a=setup:actpass',
  'a=mid:data',
  '',
].join('\r\n');

const candidate = {
  foundation: 'one',
  priority: 1_076_302_079,
  address: '192.0.2.7',
  ip: '192.0.2.7',
  port: 40_000,
  type: 'host',
} as const;
const opened = {
  transport: {
    id: 'a-transport',
    iceParameters: { usernameFragment: 'user', password: 'secret', iceLite: true },
    iceCandidates: [{ ...candidate, protocol: 'tcp' as const, tcpType: 'passive' as const }],
    dtlsParameters: { fingerprints: [{ algorithm: 'sha-256' as const, value: '12:34' }] },
  },
  sctpPort: 5_000,
  streamId: 0,
  iceServers: [],
};

describe('[CHECK-1] the server’s answer to a check', () => {
  it('takes the certificate out of the offer', () => {
    expect(fingerprintsIn(offer)).toEqual([{ algorithm: 'sha-256', value: 'AB:CD:EF' }]);
  });

  it('is for data alone, under the offer’s own name, and waits for the browser to begin', () => {
    const lines = answerTo(offer, opened).split('\r\n');
    expect(lines.filter((line) => line.startsWith('m='))).toEqual(['m=application 7 UDP/DTLS/SCTP webrtc-datachannel']);
    expect(lines).toEqual(
      expect.arrayContaining([
        'a=group:BUNDLE data',
        'a=mid:data',
        'a=ice-lite',
        'a=setup:passive',
        'a=ice-ufrag:user',
        'a=ice-pwd:secret',
        'a=fingerprint:sha-256 12:34',
        'a=sctp-port:5000',
        'a=max-message-size:1200',
        'a=candidate:one 1 tcp 1076302079 192.0.2.7 40000 typ host tcptype passive',
      ]),
    );
    expect(lines.at(-1)).toBe('');
  });
});
