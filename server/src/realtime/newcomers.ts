import type { EngineSocket } from './engine.ts';

/** How many of one address may be coming in at the same moment, and of all. A socket takes a second or two to be let in. */
const mostOfAddress = 200;
const most = 5_000;

/** The connections on which no good token was brought yet. socket.io closes them when that takes too long. */
export class Newcomers {
  readonly #addresses = new Map<EngineSocket, string>();
  readonly #ofAddress = new Map<string, number>();

  /** Whether another one may come from there. */
  hasRoomFor(address: string): boolean {
    return this.#addresses.size < most && (this.#ofAddress.get(address) ?? 0) < mostOfAddress;
  }

  add(connection: EngineSocket, address: string): void {
    this.#addresses.set(connection, address);
    this.#ofAddress.set(address, (this.#ofAddress.get(address) ?? 0) + 1);
    connection.once('close', () => this.remove(connection));
  }

  /** It is none any more: let in, or gone. */
  remove(connection: EngineSocket): void {
    const address = this.#addresses.get(connection);
    if (address === undefined) return;
    this.#addresses.delete(connection);
    const left = this.#ofAddress.get(address)! - 1;
    if (left === 0) this.#ofAddress.delete(address);
    else this.#ofAddress.set(address, left);
  }
}
