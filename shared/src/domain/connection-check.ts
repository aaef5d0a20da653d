/** The ways that are tried, in this order: straight over UDP, straight over TCP, and by way of a relay. */
export const checkedWays = ['udp', 'tcp', 'turn'] as const;
export type CheckedWay = (typeof checkedWays)[number];

/** `not_configured`: this server has no relay. */
export const relayResults = ['works', 'blocked', 'not_configured'] as const;

/**
 * What a device found out about its way to the server, before any call: with small packets of data that the server
 * sends back. Figures are of the first way that let anything through, in their order; null where none did.
 */
export interface Measurements {
  udp: boolean;
  tcp: boolean;
  turn: (typeof relayResults)[number];
  /** Percent of packets that did not come back. */
  loss: number | null;
  /** There and back, ms, the middle one of all. */
  roundTripTime: number | null;
  /** Bits per second that went there and came back; at most what was sent, some 2 Mbit/s. */
  bandwidth: number | null;
}

export const connectionResults = ['good', 'fair', 'poor', 'blocked'] as const;
export type ConnectionResult = (typeof connectionResults)[number];

/** Beyond any of these a call suffers: sound breaks up, people talk over each other, the picture stops. */
const limits = {
  fair: { loss: 2, roundTripTime: 300, bandwidth: 800_000 },
  poor: { loss: 8, roundTripTime: 700, bandwidth: 200_000 },
};

/**
 * What the figures mean for a call. Without UDP it is at best fair: over TCP what gets lost holds up everything behind
 * it, and a relay is mostly reached over TCP as well.
 */
export function summarise(measured: Measurements): ConnectionResult {
  if (!measured.udp && !measured.tcp && measured.turn !== 'works') return 'blocked';
  if (isBeyond(measured, limits.poor)) return 'poor';
  return measured.udp && !isBeyond(measured, limits.fair) ? 'good' : 'fair';
}

/** A way that opened, and then let nothing through, has no figures: that is beyond any limit. */
function isBeyond({ loss, roundTripTime, bandwidth }: Measurements, limit: (typeof limits)['fair']): boolean {
  return (
    (loss ?? Infinity) > limit.loss ||
    (roundTripTime ?? Infinity) > limit.roundTripTime ||
    (bandwidth ?? 0) < limit.bandwidth
  );
}

/** Too weak for pictures from the start, as far as is known. */
export const isWeak = (measured: Measurements | undefined): boolean =>
  measured !== undefined && summarise(measured) === 'poor';
