import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a PostgreSQL on which a commit can get through and its answer be lost. */
export class DeafWire {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #commitsToLose = 0;
  #lost: () => void = () => {};

  private constructor(to: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(to.port), to.hostname);
      for (const socket of [near, far]) {
        this.#open.add(socket);
        socket.on('error', () => {}).on('close', () => this.#open.delete(socket));
      }
      near.on('close', () => far.end());
      far.on('close', () => near.destroy());
      far.on('data', (data) => near.write(data));
      near.on('data', (data) => {
        far.write(data);
        if (this.#commitsToLose === 0 || !data.toString('latin1').includes('commit\0')) return;
        this.#commitsToLose -= 1;
        // PostgreSQL does what it has been sent, also for somebody who is gone.
        near.destroy();
        this.#lost();
      });
    });
  }

  static async to(url: string): Promise<DeafWire> {
    const wire = new DeafWire(new URL(url));
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    return wire;
  }

  /** The same address by way of the wire. */
  over(url: string): string {
    const own = new URL(url);
    own.port = String((this.#server.address() as AddressInfo).port);
    return own.href;
  }

  /** The next commit is carried out, and nobody hears of it. Resolves once it is on its way. */
  loseNextCommit(): Promise<void> {
    this.#commitsToLose = 1;
    return new Promise((lost) => (this.#lost = lost));
  }

  close(): void {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
  }
}
