import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Watches a server's connections from now on; what it returns cuts all of them, WebSockets as well. */
export function connectionCutter(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}
