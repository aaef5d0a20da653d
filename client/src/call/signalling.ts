import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { SocketData, SocketReply, SocketRequestName } from '@front-door/shared/protocol/socket.ts';

/** What a call needs of the connection: to ask the server, and to hear from it. */
export interface Signalling {
  request: <N extends SocketRequestName>(name: N, data: SocketData<N>) => Promise<SocketReply<N>>;
  /** Media does not get through: whether this connection still stands is to be found out soon. */
  doubt: () => void;
  /** Returns how to stop listening. */
  on: <E extends keyof ServerEvents>(event: E, handler: ServerEvents[E]) => () => void;
}
