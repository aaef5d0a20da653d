/** The way out, as the browser's statistics have it. Packets and bytes count from the beginning. */
export interface WayOut {
  sent: number;
  lost: number;
  resent: number;
  bytes: number;
  /** Bytes that came back; null in a browser that does not say. */
  heard: number | null;
  /** Bits per second. */
  available: number | null;
  /** Milliseconds. */
  roundTripTime: number | null;
}

/** Reads the statistics of a transport for sending; Firefox knows nothing of what is available. */
export function readWay(stats: RTCStatsReport): WayOut {
  const way: WayOut = { sent: 0, lost: 0, resent: 0, bytes: 0, heard: null, available: null, roundTripTime: null };
  for (const report of stats.values() as Iterable<Record<string, unknown>>) {
    const number = (name: string): number => (typeof report[name] === 'number' ? report[name] : 0);
    if (report['type'] === 'outbound-rtp') {
      way.sent += number('packetsSent');
      way.resent += number('retransmittedPacketsSent');
      way.bytes += number('bytesSent') + number('headerBytesSent');
    }
    if (report['type'] === 'remote-inbound-rtp') way.lost += number('packetsLost');
    if (report['type'] === 'candidate-pair' && 'bytesReceived' in report)
      way.heard = (way.heard ?? 0) + number('bytesReceived');
    if (report['type'] !== 'candidate-pair' || report['state'] !== 'succeeded' || report['nominated'] !== true)
      continue;
    way.available = number('availableOutgoingBitrate') || way.available;
    way.roundTripTime = number('currentRoundTripTime') * 1_000 || way.roundTripTime;
  }
  return way;
}
