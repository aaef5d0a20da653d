import type { SocketData, SocketReply, SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import { dtlsParameters, microphone } from './media.ts';

/** Whom and what a person's requests are about. */
export interface Surroundings {
  consultationId: string;
  /** Somebody else of the consultation, who waits as Bob Example. */
  waitingId: string;
  /** A clinic of the practice; good data on clinics needs it. */
  clinicId?: string;
  /** What the person opened, and somebody else's stream that was offered; good data on media needs them. */
  opened?: SocketReply<'media:open'>;
  consumerId?: string;
}

export type GoodSocketRequests = { [N in SocketRequestName]: () => SocketData<N> };

/** For each request of the contract good data, in an order in which somebody could send them one after the other. */
export const goodSocketRequests = (around: Surroundings): GoodSocketRequests => ({
  'visit:check-in': () => ({ name: 'Ann Example', agreed: true }),
  'visit:report': () => ({ language: 'cy', step: 'waiting', devices: { camera: 'ok', microphone: 'refused' } }),
  'visit:ring-me': () => ({ phone: '01632 960 001' }),
  'visit:reply': () => ({ text: 'I am ready.' }),
  'visit:give-way': () => ({ givesWay: false }),
  'check:open': () => ({ way: 'udp' }),
  'check:connect': () => ({ dtlsParameters }),
  'check:close': () => ({}),
  'connection:probe': () => ({}),
  'media:prepare': () => ({}),
  'media:begin': () => ({}),
  'media:open': () => ({}),
  'media:interrupted': () => ({ by: 'hidden' }),
  'transport:connect': () => ({ transportId: around.opened?.send.id ?? around.waitingId, dtlsParameters }),
  'transport:restart-ice': () => ({ transportId: around.opened?.send.id ?? around.waitingId }),
  'producer:create': () => ({ source: 'microphone', rtpParameters: microphone(), paused: false }),
  'producer:pause': () => ({ source: 'microphone' }),
  'producer:resume': () => ({ source: 'microphone' }),
  'producer:close': () => ({ source: 'microphone' }),
  'picture:limit': () => ({ sends: 'small', savesData: true }),
  'consumers:start': () => ({ rtpCapabilities: around.opened?.routerRtpCapabilities ?? {} }),
  'consumer:resume': () => ({ consumerId: around.consumerId ?? around.waitingId }),
  'visit:admit': () => ({ visitId: around.waitingId, confirmedName: 'Bob Example' }),
  'visit:hold': () => ({ visitId: around.waitingId }),
  'visit:bring-back': () => ({ visitId: around.waitingId }),
  'visit:return-to-waiting': () => ({ visitId: around.waitingId }),
  'visit:remove': () => ({ visitId: around.waitingId, reason: 'by mistake' }),
  'waiting:message': () => ({ consultationId: around.consultationId, message: { template: 'soon' } }),
  'waiting:ring': () => ({ visitId: around.waitingId, ringing: true }),
  'waiting:no-show': () => ({ consultationId: around.consultationId, noShow: false }),
  'waiting:transfer': () => ({
    consultationId: around.consultationId,
    clinicId: around.clinicId ?? around.waitingId,
    clinicianId: null,
  }),
  'clinic:late': () => ({ clinicId: around.clinicId ?? around.waitingId, minutes: 20 }),
  'waiting:remove': () => ({ visitId: around.waitingId, reason: 'by mistake' }),
  'waiting:finish': () => ({ consultationId: around.consultationId }),
  'room:end': () => ({ consultationId: around.consultationId }),
  'visit:leave': () => ({}),
  'consultation:end': () => ({}),
});
