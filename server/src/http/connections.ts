import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { countedAs } from './address.ts';

/** What one address may have open that has proved nothing yet: a hundred screens of one clinic that all load have 600. */
const mostOfAddress = 1_000;
/** How long a connection may take to prove itself once it wants to be a WebSocket, ms. */
const provedWithin = 15_000;
/** How long an answer may take to be read, ms: all of the patient's page at 1 kB a second. */
const readWithin = 120_000;

interface Connection {
  socket: Socket;
  address: string;
}

/** The two ends of a connection are the same above and below TLS, where the sockets are not. */
type RemoteEnd = Pick<Socket, 'remoteAddress' | 'remotePort'>;

/**
 * A server's connections. Those that have proved nothing are counted by address, and when there are as many as can be,
 * the oldest of them makes room for the next: a flood passes through, and whoever has something good to bring is quick.
 */
export class Connections {
  readonly #most: number;
  readonly #isProxy: (address: string) => boolean;
  readonly #open = new Map<string, Connection>();
  /** Oldest first. */
  readonly #unproven = new Set<Connection>();
  readonly #ofAddress = new Map<string, number>();

  /**
   * Watches from now on.
   *
   * @param most how many there may be
   * @param isProxy whether an address is our own reverse proxy's, which counts its callers itself
   */
  constructor(server: Server, most: number, isProxy: (address: string) => boolean) {
    this.#most = most;
    this.#isProxy = isProxy;
    server.on('connection', (socket: Socket) => this.#add(socket));
    server.on('upgrade', ({ socket }) => this.#hurry(socket));
    server.on('request', ({ socket }, response) => {
      const late = setTimeout(() => socket.destroy(), readWithin).unref();
      response.once('close', () => clearTimeout(late));
    });
  }

  /** What came over it was good: it counts to no address any more, and makes room for nobody. */
  prove(end: RemoteEnd): void {
    const connection = this.#open.get(nameOf(end));
    if (connection !== undefined) this.#release(connection);
  }

  /** Cuts all of them, WebSockets as well. */
  cut(): void {
    for (const { socket } of this.#open.values()) socket.destroy();
  }

  #add(socket: Socket): void {
    const address = countedAs(socket.remoteAddress ?? '');
    const held = this.#ofAddress.get(address) ?? 0;
    if (held >= mostOfAddress && !this.#isProxy(address)) return void socket.resetAndDestroy();
    if (this.#open.size >= this.#most) this.#makeRoom();
    if (this.#open.size >= this.#most) return void socket.resetAndDestroy();

    const name = nameOf(socket);
    const connection = { socket, address };
    this.#open.set(name, connection);
    this.#unproven.add(connection);
    this.#ofAddress.set(address, held + 1);
    socket.once('close', () => this.#forget(name, connection));
  }

  #makeRoom(): void {
    const [oldest] = this.#unproven;
    if (oldest === undefined) return;
    this.#forget(nameOf(oldest.socket), oldest);
    oldest.socket.resetAndDestroy();
  }

  /** From here on no time limit of HTTP holds any more. */
  #hurry(end: RemoteEnd): void {
    const connection = this.#open.get(nameOf(end));
    if (connection === undefined) return;
    const late = setTimeout(() => {
      if (this.#unproven.has(connection)) connection.socket.destroy();
    }, provedWithin).unref();
    connection.socket.once('close', () => clearTimeout(late));
  }

  #forget(name: string, connection: Connection): void {
    if (this.#open.get(name) === connection) this.#open.delete(name);
    this.#release(connection);
  }

  #release(connection: Connection): void {
    if (!this.#unproven.delete(connection)) return;
    const { address } = connection;
    const left = this.#ofAddress.get(address)! - 1;
    if (left === 0) this.#ofAddress.delete(address);
    else this.#ofAddress.set(address, left);
  }
}

const nameOf = ({ remoteAddress, remotePort }: RemoteEnd): string => `${remoteAddress} ${remotePort}`;
