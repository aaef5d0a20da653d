import type { ServerEvents, SocketData, SocketReply, SocketRequestName } from '@front-door/shared/protocol/socket.ts';

/** What a call needs of the connection: to ask the server, and to hear from it. */
export interface Signalling {
  request: <N extends SocketRequestName>(name: N, data: SocketData<N>) => Promise<SocketReply<N>>;
  /** Returns how to stop listening. */
  on: <E extends keyof ServerEvents>(event: E, handler: ServerEvents[E]) => () => void;
}
