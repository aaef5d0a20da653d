import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to the server that can be cut, as a network can, or keeps out WebSockets, as a proxy can. Media do not go over it. */
export class Wire {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #upgraded = new Set<Socket>();
  #isCut = false;
  #refusesUpgrades = false;

  private constructor(port: number) {
    this.#server = createServer((near) => {
      if (this.#isCut) {
        near.destroy();
        return;
      }
      near.on('data', (data: Buffer) => {
        if (!isUpgrade(data)) return;
        this.#upgraded.add(near);
        if (this.#refusesUpgrades) near.destroy();
      });
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.pipe(to);
        // Either end can be torn off at any moment; the other one goes with it.
        from.on('error', () => from.destroy());
        from.once('close', () => {
          this.#sockets.delete(from);
          this.#upgraded.delete(from);
          to.destroy();
        });
      }
    });
  }

  /** @param origin the server's */
  static async to(origin: string): Promise<Wire> {
    const wire = new Wire(Number(new URL(origin).port));
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    return wire;
  }

  /** The same address, by way of this wire. */
  over(link: string): string {
    const url = new URL(link);
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** Everything that is connected is torn off, and nothing gets through. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** WebSockets are torn off, and no more get through. */
  refuseUpgrades(): void {
    this.#refusesUpgrades = true;
    for (const socket of this.#upgraded) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
    this.#refusesUpgrades = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** A browser's question for a WebSocket comes in one piece: it is short, and the first on its connection. */
const isUpgrade = (data: Buffer): boolean => /^GET .*\r\nupgrade: websocket\r\n/is.test(data.toString('latin1'));
