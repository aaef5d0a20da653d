import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { SocketAnswer, SocketData, SocketReply, SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { ApiError } from './api-error.ts';

const answerWithin = 10_000;
const connectWithin = 10_000;
/** How long a connection in doubt has to answer, ms: several round trips of the slowest networks. */
const provenWithin = 4_000;

/** The one socket of a page, with the contract's types on it. It outlives its connections; listeners stay on it. */
export class RoomSocket {
  readonly #socket: Socket;
  #isDoubted = false;

  constructor() {
    // Every connection needs a token of its own, so socket.io's own reconnecting is of no use. WebSocket first; what
    // cannot pass a proxy falls back to polling.
    this.#socket = io({
      autoConnect: false,
      reconnection: false,
      timeout: connectWithin,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
    });
  }

  /**
   * Opens a connection; resolves once the server has accepted the token.
   *
   * @param takesMedia as the contract's handshake has it
   * @throws {ApiError} with the server's code, or `offline`
   */
  open(token: string, takesMedia = false): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      const connected = () => settle(resolve);
      const refused = (error: Error & { data?: unknown }) => settle(() => reject(ApiError.from(error.data)));
      const settle = (settled: () => void) => {
        socket.off('connect', connected).off('connect_error', refused);
        settled();
      };
      socket.on('connect', connected).on('connect_error', refused);
      socket.auth = { token, takesMedia };
      socket.connect();
    });
  }

  close(): void {
    this.#socket.disconnect();
  }

  /** Listens to one kind of event; returns how to stop. */
  readonly on = <E extends keyof ServerEvents>(event: E, handler: ServerEvents[E]): (() => void) => {
    this.#socket.on<string>(event, handler);
    return () => this.#socket.off<string>(event, handler);
  };

  onClosed(handler: () => void): void {
    this.#socket.on('disconnect', handler);
  }

  /** Calls back on every sign of life that the server sends by itself. */
  onHeard(handler: () => void): void {
    this.#socket.io.on('ping', handler);
    this.#socket.onAny(handler);
  }

  /**
   * Sends one request of the contract and waits for its answer.
   *
   * @throws {ApiError} when it is refused, or `offline` when the connection is away, or is given up because no answer came in time
   */
  readonly request = async <N extends SocketRequestName>(
    name: N,
    data: SocketData<N>,
    within = answerWithin,
  ): Promise<SocketReply<N>> => {
    // socket.io would keep it and send it later, when it may no longer be what the person wants.
    if (!this.#socket.connected) throw new ApiError({ code: 'offline' });
    const answer: SocketAnswer<N> = await this.#socket
      .timeout(within)
      .emitWithAck(name, data)
      .catch(() => {
        // A connection on which nobody answers is none; closed, it is made anew, and with it whatever was asked.
        this.close();
        throw new ApiError({ code: 'offline' });
      });
    if (!answer.ok) throw new ApiError(answer.error);
    return answer.data;
  };

  /** Something speaks against the connection: if the server does not answer on it soon, it is given up. */
  readonly doubt = (): void => {
    if (this.#isDoubted) return;
    this.#isDoubted = true;
    this.request('connection:probe', {}, provenWithin)
      // What is refused is answered too.
      .catch(() => undefined)
      .finally(() => (this.#isDoubted = false));
  };
}
