import { randomUUID } from 'node:crypto';
import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import type { PeerEvents } from '../media/peer.ts';
import { Rooms } from '../media/rooms.ts';
import { Workers } from '../media/workers.ts';
import { createKeptLog } from './kept-log.ts';

const usual = process.env.MEDIASOUP_WORKER_BIN ?? null;

interface Floor {
  count: number;
  firstPort?: number;
  binary?: string | null;
  now?: () => number;
}

/** Real workers without anything above them. */
export async function startMediaFloor({ count, firstPort = 0, binary = usual, now = Date.now }: Floor) {
  const logged: string[] = [];
  const log = createKeptLog('error', logged);
  const addresses = [{ host: '127.0.0.1', announcedAddress: null }];
  const workers = await Workers.start({ count, binary, addresses, firstPort, now }, log);
  const rooms = new Rooms(workers, now);

  /** Somebody with their media open, and what they are told. */
  const enter = async (consultationId: string, visitId: string = randomUUID(), isWanted = () => true) => {
    const offers: ConsumerOffer[] = [];
    const told: string[] = [];
    const events: PeerEvents = {
      offered: (offer) => offers.push(offer),
      paused: (id) => told.push(`paused ${id}`),
      resumed: (id) => told.push(`resumed ${id}`),
      closed: (id) => told.push(`closed ${id}`),
      pictureChanged: () => told.push('picture changed'),
    };
    const { room, peer } = await rooms.openPeer(consultationId, { visitId, isClinician: false }, events, isWanted);
    return { visitId, room, peer, offers, told };
  };

  return { workers, rooms, logged, enter };
}
