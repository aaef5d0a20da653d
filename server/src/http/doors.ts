import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer, type AddressInfo, type Server as Door } from 'node:net';
import { platform } from 'node:process';

/**
 * Listeners on the same port. By each one connection comes in for a turn of the event loop, and under a flood a turn
 * takes some milliseconds: by a single one thousands of bogus connections come in before the one that somebody needs.
 */
const many = platform === 'linux' ? 16 : 1;
/** Connections that wait at each of them; the kernel has its own limit as well. */
const backlog = 4_096;

/** The doors by which connections come to one server. */
export class Doors {
  readonly #main: Server;
  readonly #others: Door[];

  constructor(server: Server) {
    this.#main = server;
    // As a server for HTTP has its own connections.
    const options = { allowHalfOpen: true, noDelay: true };
    this.#others = Array.from({ length: many - 1 }, () =>
      createServer(options, (socket) => server.emit('connection', socket)),
    );
  }

  /** Rejects when somebody else listens there. */
  async open({ host, port }: { host: string; port: number }): Promise<AddressInfo> {
    if (this.#others.length === 0) return listen(this.#main, { host, port, backlog });
    // A port that is shared is shared with whatever the same user runs, a second server of ours too.
    // One that the system is to choose is nobody else's.
    if (port !== 0) await demandFree({ host, port });
    const shared = { host, backlog, reusePort: true };
    const address = await listen(this.#main, { ...shared, port });
    await Promise.all(this.#others.map((door) => listen(door, { ...shared, port: address.port })));
    return address;
  }

  /** Nobody comes in any more, but by the server's own. Resolves when all who came in are gone. */
  async shut(): Promise<void> {
    await Promise.all(this.#others.map((door) => new Promise((gone) => door.close(gone))));
  }
}

async function demandFree(where: { host: string; port: number }): Promise<void> {
  const trial = createServer();
  await listen(trial, where);
  trial.close();
  await once(trial, 'close');
}

async function listen(door: Door, options: object): Promise<AddressInfo> {
  door.listen(options);
  await once(door, 'listening');
  // From here on it is about a connection that could not be taken in; without a listener it would end us.
  door.on('error', () => {});
  return door.address() as AddressInfo;
}
