import type { Clinics } from '../clinics/clinics.ts';
import type { Consultations } from '../consultations/consultations.ts';
import type { Echoes } from '../media/echoes.ts';
import type { Rooms } from '../media/rooms.ts';
import type { Turn } from '../media/turn.ts';
import type { Db } from '../db/client.ts';
import type { Pulse } from '../db/pulse.ts';
import { AppError } from '../errors.ts';
import { actorOf } from '../waiting-room/apply.ts';
import type { Changes } from '../waiting-room/changes.ts';
import type { Messages } from '../waiting-room/messages.ts';
import type { Visits } from '../waiting-room/visits.ts';
import { deskHandlers } from './desk-handlers.ts';
import type { SocketHandlers } from './dispatch.ts';
import type { Drain } from '../ops/drain.ts';
import type { Hub } from './hub.ts';
import { beginMedia, openMedia, prepareMedia } from './open-media.ts';
import type { Participant } from './sockets.ts';

export interface Deps {
  db: Db;
  changes: Changes;
  visits: Visits;
  messages: Messages;
  clinics: Clinics;
  consultations: Consultations;
  rooms: Rooms;
  echoes: Echoes;
  turn: Turn;
  hub: Hub;
  pulse: Pulse;
  drain: Drain;
  now: () => number;
}

export function createHandlers(deps: Deps): SocketHandlers {
  const { visits, messages, consultations, rooms, echoes, turn, hub, drain, now } = deps;
  const peerOf = ({ consultationId, visitId }: Participant) => rooms.get(consultationId).peer(visitId);
  /** They hear and see each other already; that it is so may be written later. */
  const noteJoined = ({ visitId }: Participant) => {
    const at = now();
    return hub.unwritten.write(() => visits.join(visitId, at));
  };

  return {
    'visit:check-in': async ({ visitId }, { name }) => {
      await visits.checkIn(visitId, name);
      return {};
    },
    'visit:report': async ({ visitId }, report) => {
      await visits.report(visitId, report);
      return {};
    },
    'visit:ring-me': async ({ visitId }, { phone }) => {
      await visits.ringMe(visitId, phone);
      return {};
    },
    'visit:give-way': async ({ visitId, connectionId }, { givesWay }) => {
      await visits.giveWay(visitId, connectionId, givesWay);
      return {};
    },
    'visit:leave': async ({ visitId }) => {
      await visits.leave(visitId);
      return {};
    },
    'visit:admit': async (clinician, { visitId, confirmedName }) => {
      drain.demandOpen();
      await visits.admit(clinician.visitId, visitId, confirmedName);
      // The way to the server is for the call from here on.
      const admitted = hub.find(visitId);
      if (admitted !== undefined) echoes.close(admitted.socket.id);
      // The answer does not wait for it: a worker may hang.
      void beginMedia(deps, clinician.consultationId, [clinician.visitId, visitId]);
      return {};
    },
    'visit:remove': async (clinician, { visitId, reason }) => {
      await visits.remove(clinician.visitId, visitId, reason);
      return {};
    },
    'visit:hold': async (clinician, { visitId }) => {
      await visits.hold(clinician.visitId, visitId);
      return {};
    },
    'visit:bring-back': async (clinician, { visitId }) => {
      await visits.bringBack(clinician.visitId, visitId);
      return {};
    },
    'visit:return-to-waiting': async (clinician, { visitId }) => {
      await visits.returnToWaiting(clinician.visitId, visitId);
      return {};
    },
    'visit:reply': async ({ visitId, consultationId }, { text }) => {
      await messages.fromVisitor(visitId, consultationId, text);
      return {};
    },
    'consultation:end': async (clinician) => {
      const { practiceId, consultationId, visitId } = clinician;
      await consultations.end(practiceId, consultationId, actorOf(await visits.get(visitId)));
      return {};
    },

    'connection:probe': async () => ({}),

    'media:open': (caller) => openMedia(deps, caller),
    'media:prepare': (caller) => prepareMedia(deps, caller),
    'media:begin': async (caller) => {
      const { consultationId, visitId } = caller;
      await rooms.get(consultationId).begin(visitId);
      hub.refreshSending(consultationId);
      await noteJoined(caller);
      return {};
    },
    'transport:connect': async (caller, { transportId, dtlsParameters }) => {
      await peerOf(caller).connect(transportId, dtlsParameters);
      return {};
    },
    'transport:restart-ice': async (caller, { transportId }) => ({
      iceParameters: await peerOf(caller).restartIce(transportId),
      iceServers: turn.forCall(caller.visitId),
    }),
    'producer:create': async (caller, { source, rtpParameters, paused }) => {
      const { consultationId, visitId } = caller;
      const producer = await rooms.get(consultationId).produce(visitId, source, rtpParameters, paused);
      hub.refreshSending(consultationId);
      return { producerId: producer.id };
    },
    'producer:pause': async (caller, { source }) => {
      await peerOf(caller).pauseProducer(source);
      hub.refreshSending(caller.consultationId);
      return {};
    },
    'producer:resume': async (caller, { source }) => {
      await peerOf(caller).resumeProducer(source);
      hub.refreshSending(caller.consultationId);
      return {};
    },
    'producer:close': async (caller, { source }) => {
      peerOf(caller).producer(source).close();
      hub.refreshSending(caller.consultationId);
      return {};
    },
    'picture:limit': async (caller, limit) => {
      peerOf(caller).limitPicture(limit);
      hub.refresh(caller.consultationId);
      return {};
    },
    'media:interrupted': async (caller, { by }) => {
      peerOf(caller).interruption = by;
      hub.refresh(caller.consultationId);
      return {};
    },
    'consumers:start': async (caller, { rtpCapabilities }) => {
      const { consultationId, visitId } = caller;
      const room = rooms.get(consultationId);
      await room.startReceiving(visitId, rtpCapabilities);
      if (!room.standsBy(visitId)) await noteJoined(caller);
      return {};
    },
    'consumer:resume': async (caller, { consumerId }) => {
      await peerOf(caller).resumeConsumer(consumerId);
      return {};
    },

    'check:open': async (caller, { way }) => {
      const { socket } = caller;
      const iceServers = way === 'turn' ? turn.forCheck(caller.kind === 'visit' ? caller.visitId : caller.address) : [];
      if (way === 'turn' && iceServers.length === 0) throw new AppError('not_found');
      const { opened } = await echoes.open(socket.id, way, () => socket.connected);
      return { ...opened, iceServers };
    },
    'check:connect': async ({ socket }, { dtlsParameters }) => {
      await echoes.connect(socket.id, dtlsParameters);
      return {};
    },
    'check:close': async ({ socket }) => {
      echoes.close(socket.id);
      return {};
    },

    ...deskHandlers(deps),
    'room:end': async ({ practiceId, staffId }, { consultationId }) => {
      await consultations.end(practiceId, consultationId, { kind: 'staff', id: staffId });
      return {};
    },
  };
}
