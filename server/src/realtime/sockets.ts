import type { VisitPhase } from '@front-door/shared/domain/visit.ts';
import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import type { Farewell, ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { ClientEvents } from '@front-door/shared/protocol/socket.ts';
import type { Server, Socket } from 'socket.io';
import type { Visit } from '../waiting-room/apply.ts';
import type { Arrival } from '../waiting-room/arrivals.ts';

/** What the handshake found out about a socket, before anything is said on it. */
export type Opened =
  | ({ kind: 'visit'; takesMedia: boolean } & Arrival)
  | { kind: 'watch'; staffId: string; practiceId: string; roles: StaffRole[] }
  | { kind: 'check' };

export type IoServer = Server<ClientEvents, ServerEvents, Record<string, never>, { opened: Opened }>;
export type IoSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, { opened: Opened }>;

/** The one connection that holds a visit. */
export class Participant {
  readonly kind = 'visit';
  readonly socket: IoSocket;
  readonly visitId: string;
  readonly consultationId: string;
  readonly practiceId: string;
  readonly role: Visit['role'];
  readonly staffId: string | null;
  readonly connectionId: string;
  /** As it was last known here. */
  phase: VisitPhase;
  /** Nothing is sent before the welcome, and nothing is allowed after the farewell. */
  welcomed = false;
  isOpen = true;

  constructor(socket: IoSocket, { visit, consultation, connectionId }: Arrival) {
    this.socket = socket;
    this.visitId = visit.id;
    this.consultationId = visit.consultationId;
    this.practiceId = consultation.practiceId;
    this.role = visit.role;
    this.staffId = visit.staffId;
    this.connectionId = connectionId;
    this.phase = visit.state.phase;
  }

  dismiss(code: Farewell): void {
    this.isOpen = false;
    farewell(this.socket, code);
  }
}

/** Staff who look at the practice's rooms. */
export class Watcher {
  readonly kind = 'watch';
  readonly socket: IoSocket;
  readonly staffId: string;
  readonly practiceId: string;
  readonly roles: StaffRole[];

  constructor(socket: IoSocket, opened: Extract<Opened, { kind: 'watch' }>) {
    this.socket = socket;
    this.staffId = opened.staffId;
    this.practiceId = opened.practiceId;
    this.roles = opened.roles;
  }

  dismiss(code: Farewell): void {
    farewell(this.socket, code);
  }
}

/** Somebody who only checks a device's connection. */
export class Checker {
  readonly kind = 'check';
  readonly socket: IoSocket;
  /** What its address is counted under. */
  readonly address: string;

  constructor(socket: IoSocket, address: string) {
    this.socket = socket;
    this.address = address;
  }
}

export type AnyCaller = Participant | Watcher | Checker;

function farewell(socket: IoSocket, code: Farewell): void {
  socket.emit('connection:closing', { code });
  socket.disconnect(true);
}
