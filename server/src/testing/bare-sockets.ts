import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/**
 * The floor: a bare socket.io server with the settings of ours that keeps its connections and does nothing else; each
 * message that it is asked for it sends to as many of them as are wanted.
 */
const server = createServer();
const io = new Server(server, {
  serveClient: false,
  perMessageDeflate: false,
  pingInterval: 6_000,
  pingTimeout: 6_000,
});
io.on('connection', (socket) => {
  socket.on('tell', (count: number, message: unknown, done: () => void) => {
    let left = count;
    for (const other of io.sockets.sockets.values()) {
      if (left === 0) break;
      left -= 1;
      other.emit('told', message);
    }
    done();
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('disconnect', () => process.exit());
