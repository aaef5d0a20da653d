import type { QualityView } from '@front-door/shared/protocol/views.ts';
import type { Consumer, Producer } from 'mediasoup/types';
import type { Peer } from './peer.ts';

interface StreamFigures {
  roundTripTime: number | null;
  /** Percent of packets. */
  packetLoss: number | null;
}

/** How one person's media fares, measured at the server. */
export async function measure(peer: Peer): Promise<QualityView> {
  const [[send], [receive], sent, received] = await Promise.all([
    peer.send.getStats(),
    peer.receive.getStats(),
    Promise.all([...peer.producers.values()].map(figuresOf)),
    Promise.all([...peer.consumers.values()].map(figuresOf)),
  ]);
  const streams = [...sent, ...received];
  return {
    sendBitrate: send?.recvBitrate ?? 0,
    receiveBitrate: receive?.sendBitrate ?? 0,
    roundTripTime: worst(streams.map(({ roundTripTime }) => roundTripTime)),
    packetLoss: worst(streams.map(({ packetLoss }) => packetLoss)),
  };
}

async function figuresOf(stream: Producer | Consumer): Promise<StreamFigures> {
  const streams = (await stream.getStats()).filter(({ packetCount }) => packetCount > 0);
  return {
    // Known only once the other end has reported; mediasoup says 0 or nothing until then.
    roundTripTime: worst(streams.map(({ roundTripTime }) => roundTripTime || null)),
    // The share as RTCP carries it, in 256ths.
    packetLoss: worst(streams.map(({ fractionLost }) => (fractionLost * 100) / 256)),
  };
}

const worst = (figures: Array<number | null>): number | null => {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : Math.max(...known);
};
