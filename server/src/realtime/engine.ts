import type { Socket } from 'node:net';
import type { IoSocket } from './sockets.ts';

/** A connection beneath a socket, be it a WebSocket or polled. */
export type EngineSocket = IoSocket['conn'];

/** How long the other end may take to say goodbye, ms. */
const goodbye = 1_000;

/** The WebSocket of a connection as far as its types do not tell; none while it is polled. */
interface Carried {
  socket?: { _socket?: Socket | null; terminate(): void };
}
const webSocketOf = ({ transport }: EngineSocket) => (transport as Carried).socket;

/** What carries a connection that is a WebSocket. */
export function carrierOf(connection: EngineSocket): Socket | null {
  const { _socket: carrier } = webSocketOf(connection) ?? {};
  return carrier ?? null;
}

/** Ends a connection at once, whatever is still on its way. */
export function cut(connection: EngineSocket): void {
  connection.close(true);
  webSocketOf(connection)?.terminate();
}

/** Whoever does not say goodbye would hold a WebSocket for half a minute after its end. */
export function endWithin(connection: EngineSocket): void {
  connection.once('close', () => {
    const webSocket = webSocketOf(connection);
    if (webSocket !== undefined) setTimeout(() => webSocket.terminate(), goodbye).unref();
  });
}
