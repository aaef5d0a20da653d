import { randomUUID } from 'node:crypto';
import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import type { PeerEvents } from '../media/peer.ts';
import { Rooms } from '../media/rooms.ts';
import { Workers } from '../media/workers.ts';
import { createLogger } from '../ops/logger.ts';

/** Real workers without anything above them. */
export async function startMediaFloor(count: number, firstPort = 0, binary = process.env.MEDIASOUP_WORKER_BIN ?? null) {
  const logged: string[] = [];
  const log = createLogger('error', { write: (line) => logged.push(line) });
  const workers = await Workers.start({ count, binary, host: '127.0.0.1', announcedAddress: null, firstPort }, log);
  const rooms = new Rooms(workers);

  /** Somebody with their media open, and what they are told. */
  const enter = async (consultationId: string, visitId: string = randomUUID(), isWanted = () => true) => {
    const offers: ConsumerOffer[] = [];
    const told: string[] = [];
    const events: PeerEvents = {
      offered: (offer) => offers.push(offer),
      paused: (id) => told.push(`paused ${id}`),
      resumed: (id) => told.push(`resumed ${id}`),
      closed: (id) => told.push(`closed ${id}`),
    };
    const { room, peer } = await rooms.openPeer(consultationId, visitId, events, isWanted);
    return { visitId, room, peer, offers, told };
  };

  return { workers, rooms, logged, enter };
}
