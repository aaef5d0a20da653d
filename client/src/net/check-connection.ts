import type { SocketData, SocketReply, SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import { api } from './api.ts';
import { RoomSocket } from './socket.ts';

/** The way to the server of somebody without a visit, who may do nothing but check it. Opened by the first question. */
export class CheckConnection {
  readonly #socket = new RoomSocket();
  #opening: Promise<void> | null = null;

  /** @throws {ApiError} */
  readonly request = async <N extends SocketRequestName>(name: N, data: SocketData<N>): Promise<SocketReply<N>> => {
    this.#opening ??= this.#open();
    await this.#opening;
    return this.#socket.request(name, data);
  };

  /** The next question opens it again. */
  close(): void {
    this.#opening = null;
    this.#socket.close();
  }

  async #open(): Promise<void> {
    const { token } = await api('check.enter', {});
    await this.#socket.open(token);
  }
}
