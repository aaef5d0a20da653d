import type { QualityView, WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { measure } from '../media/quality.ts';
import type { Rooms } from '../media/rooms.ts';
import { personView, type Room } from '../waiting-room/view.ts';
import { sendingIn } from './hub.ts';

/** A consultation as staff see it from outside; who has media in it is measured. */
export async function watchedRoom(
  rooms: Rooms,
  { consultation, clinic, messages, visits }: Room,
): Promise<WatchedRoom> {
  const { id, createdAt, callStartedAt, endedAt, noShowAt, clinicianId, clinicianName } = consultation;
  const { expectedAt, patientName, patientPhone } = consultation;
  const media = rooms.find(id);
  const sending = sendingIn(rooms, id);
  const people = await Promise.all(
    visits
      .filter(({ state }) => state.phase !== 'removed')
      .map(async (visit) => ({ ...personView(visit, sending), quality: await qualityOf(rooms, id, visit.id) })),
  );
  const worker =
    media === undefined || media.peers.size === 0 ? null : { index: media.worker.index, pid: media.worker.worker.pid };
  return {
    consultationId: id,
    createdAt,
    callStartedAt,
    endedAt,
    noShowAt,
    clinicianId,
    clinicianName,
    clinic: clinic && { id: clinic.id, name: clinic.name },
    expectedAt,
    patientName,
    patientPhone,
    messages,
    worker,
    people,
  };
}

/** A person whose media went while it was being measured has no figures. */
async function qualityOf(rooms: Rooms, consultationId: string, visitId: string): Promise<QualityView | null> {
  const peer = rooms.find(consultationId)?.peers.get(visitId);
  return peer === undefined ? null : measure(peer).catch(() => null);
}
