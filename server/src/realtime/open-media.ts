import { setTimeout as pause } from 'node:timers/promises';
import { mayHaveMedia } from '@front-door/shared/domain/visit.ts';
import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import { isAway } from '../db/away.ts';
import type { Pulse } from '../db/pulse.ts';
import { AppError } from '../errors.ts';
import type { PeerEvents } from '../media/peer.ts';
import type { LostRoom, Rooms } from '../media/rooms.ts';
import type { Turn } from '../media/turn.ts';
import type { Visits } from '../waiting-room/visits.ts';
import type { Hub } from './hub.ts';
import type { Participant } from './sockets.ts';

/** How long somebody who comes back waits for their media before they are shown the call, ms: a worker may hang. */
const patience = 1_000;

interface Deps {
  rooms: Rooms;
  visits: Visits;
  turn: Turn;
  hub: Hub;
  pulse: Pulse;
}

/**
 * Opens a person's media, in place of any that was open. Throws AppError `media_unavailable` when there is no worker
 * for it or the person is gone, `wrong_state` when they may not be in the call any more.
 */
export async function openMedia(deps: Deps, person: Participant): Promise<SocketReply<'media:open'>> {
  const opened = await open(deps, person, { standsBy: false });
  // Whoever was held or sent back meanwhile keeps nothing of it; whoever is from here on loses it by that.
  if (!(await mayStillHaveMedia(deps, person))) {
    deps.rooms.closePeer(person.consultationId, person.visitId);
    throw new AppError('wrong_state');
  }
  return opened;
}

/**
 * The same unasked, for somebody who comes into a call with a page that has none: null where they do not, or where it
 * fails, for then they ask themselves. A clinician, who is always let in, is in a call when somebody has media there.
 */
export async function openOnArrival(deps: Deps, person: Participant): Promise<SocketReply<'media:open'> | null> {
  const { consultationId, visitId, role, phase } = person;
  if (phase !== 'admitted' && phase !== 'in_call') return null;
  const others = [...(deps.rooms.find(consultationId)?.peers.keys() ?? [])].filter((other) => other !== visitId);
  if (role === 'clinician' && others.length === 0) return null;
  const opening = openMedia(deps, person).catch(() => null);
  return Promise.race([opening, pause(patience, null, { ref: false })]);
}

/**
 * The same to stand by: for a clinician, or for whoever waits while one is there. Throws AppError `wrong_state` where
 * there is none, `media_unavailable` as {@link openMedia}.
 */
export async function prepareMedia(deps: Deps, person: Participant): Promise<SocketReply<'media:prepare'>> {
  const isClinician = ({ role }: Participant) => role === 'clinician';
  if (!deps.hub.present(person.consultationId).some(isClinician)) throw new AppError('wrong_state');
  return open(deps, person, { standsBy: true });
}

/** Lets everything flow that stands by of these people. What does not, their pages open themselves. */
export async function beginMedia({ rooms }: Deps, consultationId: string, visitIds: string[]): Promise<void> {
  const room = rooms.find(consultationId);
  if (room !== undefined) await Promise.allSettled(visitIds.map((visitId) => room.begin(visitId)));
}

async function open({ rooms, turn, hub }: Deps, person: Participant, how: { standsBy: boolean }) {
  const { consultationId, visitId, role } = person;
  const who = { visitId, isClinician: role === 'clinician' };
  const { room, peer } = await rooms.openPeer(consultationId, who, tellClient(hub, person), () => person.isOpen, how);
  return { routerRtpCapabilities: room.capabilities, ...peer.transports, iceServers: turn.forCall(visitId) };
}

/** While the database is away nobody is held or sent back, and a call that moves must not wait for it. */
async function mayStillHaveMedia({ visits, pulse }: Deps, { visitId }: Participant): Promise<boolean> {
  if (pulse.isAway) return true;
  try {
    return mayHaveMedia((await visits.get(visitId)).state);
  } catch (error) {
    if (isAway(error)) return true;
    throw error;
  }
}

/**
 * The worker under a consultation is gone. Whoever had media open there has it opened on another worker at once and is
 * told both together, which spares them asking; where that fails they ask themselves, and go on asking.
 */
export function moveMedia(deps: Deps, { consultationId, visitIds }: LostRoom): void {
  for (const person of deps.hub.present(consultationId)) {
    const opening = visitIds.includes(person.visitId) ? openMedia(deps, person).catch(() => null) : null;
    void Promise.resolve(opening).then((opened) => person.socket.emit('media:lost', { opened }));
  }
  deps.hub.refreshSending(consultationId);
}

/** Media events go to whichever connection holds the visit at that moment. */
const tellClient = (hub: Hub, { visitId, consultationId }: Participant): PeerEvents => {
  const socket = () => hub.find(visitId)?.socket;
  return {
    offered: (offer) => socket()?.emit('consumer:offered', offer),
    paused: (consumerId) => socket()?.emit('consumer:paused', { consumerId }),
    resumed: (consumerId) => socket()?.emit('consumer:resumed', { consumerId }),
    closed: (consumerId) => socket()?.emit('consumer:closed', { consumerId }),
    pictureChanged: () => hub.refresh(consultationId),
  };
};
