import { expect, it } from 'vitest';
import { readWay } from './send-stats.ts';

const reported = (...reports: object[]) => new Map(reports.map((report, n) => [`${n}`, report])) as RTCStatsReport;

it('[WEAK-1] the way out is read from the statistics, of everything that is sent together', () => {
  const way = readWay(
    reported(
      {
        type: 'outbound-rtp',
        kind: 'audio',
        packetsSent: 100,
        retransmittedPacketsSent: 4,
        bytesSent: 5_000,
        headerBytesSent: 3_000,
      },
      {
        type: 'outbound-rtp',
        kind: 'video',
        rid: 'r0',
        packetsSent: 300,
        retransmittedPacketsSent: 6,
        bytesSent: 90_000,
        headerBytesSent: 9_000,
      },
      { type: 'remote-inbound-rtp', kind: 'audio', packetsLost: 5 },
      { type: 'remote-inbound-rtp', kind: 'video', packetsLost: 20 },
      { type: 'candidate-pair', state: 'failed', nominated: true, availableOutgoingBitrate: 1, bytesReceived: 300 },
      {
        type: 'candidate-pair',
        state: 'succeeded',
        nominated: true,
        availableOutgoingBitrate: 150_000,
        currentRoundTripTime: 0.2,
        bytesReceived: 50,
      },
    ),
  );
  expect(way).toEqual({
    sent: 400,
    lost: 25,
    resent: 10,
    bytes: 107_000,
    heard: 350,
    available: 150_000,
    roundTripTime: 200,
  });
});

it('[WEAK-1] what a browser does not know is not known', () => {
  const way = readWay(reported({ type: 'candidate-pair', state: 'succeeded', nominated: true }));
  expect(way).toEqual({ sent: 0, lost: 0, resent: 0, bytes: 0, heard: null, available: null, roundTripTime: null });
});
