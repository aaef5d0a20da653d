import type { VisitPhase } from '@front-door/shared/domain/visit.ts';
import { socketRequests, type SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import type { Seat } from './cast.ts';
import type { Connection } from './connection.ts';

export const isRequest = (name: string): name is SocketRequestName => Object.hasOwn(socketRequests, name);

const farewells: Record<string, string> = { 'visit:leave': 'visit_left', 'consultation:end': 'consultation_ended' };

/** Whether being let go was the answer: it comes before any other to who asks for the end. */
export function isAnswer(farewell: string | undefined, { callers }: Seat, name: string): boolean {
  if (farewell === undefined || farewells[name] !== farewell) return false;
  const who: readonly string[] = isRequest(name) ? socketRequests[name].who : [];
  return callers.some((caller) => who.includes(caller));
}

/** Whether the contract lets somebody send it as they are at this moment. */
export function isFitting({ connection, callers }: Seat, name: string): boolean {
  if (!isRequest(name)) return true;
  const { who, phases }: { who: readonly string[]; phases: readonly string[] } = socketRequests[name];
  const view = connection?.view;
  const roles = view == null ? callers : [view.me.role];
  if (!roles.some((role) => who.includes(role))) return false;
  return view == null || phases.includes(view.me.phase);
}

/** In which phase somebody is to whom it is done with success. */
const subjectIs: Partial<Record<SocketRequestName, readonly VisitPhase[]>> = {
  'visit:admit': ['waiting'],
  'visit:hold': ['admitted', 'in_call'],
  'visit:bring-back': ['held'],
  'visit:return-to-waiting': ['admitted', 'in_call', 'held'],
};

const hasMedia = ({ opened }: Connection) => opened !== undefined;
/** Where something can come of it only for some of those who may send it. */
const readiness: Partial<Record<SocketRequestName, (connection: Connection) => boolean>> = {
  'media:open': (connection) => !hasMedia(connection),
  'media:prepare': (connection) => !hasMedia(connection) && connection.view?.mayPrepare === true,
  'media:begin': hasMedia,
  'transport:connect': hasMedia,
  'transport:restart-ice': hasMedia,
  'producer:create': hasMedia,
  'producer:pause': hasMedia,
  'producer:resume': hasMedia,
  'producer:close': hasMedia,
  'consumers:start': hasMedia,
  'consumer:resume': ({ offered }) => offered.size > 0,
};

export function isReady(connection: Connection, name: string): boolean {
  if (!isRequest(name)) return true;
  if (name in subjectIs) return subjectsOf(name, connection).length > 0;
  return readiness[name]?.(connection) ?? true;
}

export const subjectsOf = (name: SocketRequestName, { view }: Connection): string[] =>
  (view?.people ?? []).flatMap(({ visitId, phase }) => (subjectIs[name]?.includes(phase) ? [visitId] : []));
