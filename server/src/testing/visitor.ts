import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import type { ErrorReply } from '@front-door/shared/errors.ts';
import type { Farewell, ServerEvents } from '@front-door/shared/protocol/events.ts';
import type {
  ClientEvents,
  SocketAnswer,
  SocketData,
  SocketReply,
  SocketRequestName,
} from '@front-door/shared/protocol/socket.ts';
import type { RoomView, WatchView } from '@front-door/shared/protocol/views.ts';
import { io, type Socket } from 'socket.io-client';
import { picturesIn, type Heard } from './pictures.ts';

/** A refusal as the client hears it. */
export class Refused extends Error {
  readonly reply: ErrorReply;

  constructor(reply: ErrorReply) {
    super(reply.code);
    this.reply = reply;
  }
}

/** POSTs JSON as the page does. Throws {@link Refused}. */
async function post<T>(origin: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const reply: unknown = await response.json();
  if (!response.ok) throw new Refused(reply as ErrorReply);
  return reply as T;
}

export const exchange = (origin: string, secret: string, enterAs?: 'this_device' | 'guest') =>
  post<{ token: string; role: string }>(origin, '/api/links/exchange', { secret, ...(enterAs && { enterAs }) });

export const resume = (origin: string, resumeSecret: string) =>
  post<HttpReply<'visits.resume'>>(origin, '/api/visits/resume', { resumeSecret });

type Welcome = Parameters<ServerEvents['visit:welcome']>[0];
type Told = { [N in keyof ServerEvents]: Parameters<ServerEvents[N]>[0] };

/** A socket without a page: what somebody with a terminal can do, the friendly and the hostile alike. */
export class Visitor {
  readonly socket: Socket<ServerEvents, ClientEvents>;
  readonly #heard: Heard[] = [];
  #waiting: Array<() => void> = [];

  private constructor(socket: Socket<ServerEvents, ClientEvents>) {
    this.socket = socket;
    socket.onAny((name: string, data: unknown) => {
      this.#heard.push({ name, data });
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  /** Everything it was told since it came. */
  get heard(): readonly Heard[] {
    return this.#heard;
  }

  /** Opens a socket with a token. Throws {@link Refused}. */
  static async connect(origin: string, token: unknown, takesMedia?: boolean): Promise<Visitor> {
    const socket: Socket<ServerEvents, ClientEvents> = io(origin, {
      auth: { token, ...(takesMedia !== undefined && { takesMedia }) },
      reconnection: false,
      forceNew: true,
      transports: ['websocket'],
    });
    const visitor = new Visitor(socket);
    await new Promise<void>((done, fail) => {
      socket.once('connect', done);
      socket.once('connect_error', (error: Error & { data?: ErrorReply }) => {
        socket.disconnect();
        fail(error.data === undefined ? error : new Refused(error.data));
      });
    });
    return visitor;
  }

  static async byLink(origin: string, secret: string, enterAs?: 'this_device' | 'guest'): Promise<Visitor> {
    return Visitor.connect(origin, (await exchange(origin, secret, enterAs)).token);
  }

  /** Sends a request of the contract and gives its reply. Throws {@link Refused}. */
  async request<N extends SocketRequestName>(name: N, data: SocketData<N>): Promise<SocketReply<N>> {
    const answer = await this.raw(name, data);
    if (!answer.ok) throw new Refused(answer.error);
    return answer.data as SocketReply<N>;
  }

  /** Sends anything at all under any name. */
  raw(name: string, ...data: unknown[]): Promise<SocketAnswer<SocketRequestName>> {
    const untyped: Socket = this.socket;
    return untyped.timeout(10_000).emitWithAck(name, ...data);
  }

  /** The newest message of that name that fits, as soon as there is one. */
  async hears<N extends keyof ServerEvents>(name: N, fits: (data: Told[N]) => boolean = () => true): Promise<Told[N]> {
    for (;;) {
      const found = this.#heard.findLast((message) => message.name === name && fits(message.data as Told[N]));
      if (found !== undefined) return found.data as Told[N];
      await this.#next();
    }
  }

  welcome(): Promise<Welcome> {
    return this.hears('visit:welcome');
  }

  /** The view, once it is as wanted. */
  sees(fits: (view: RoomView) => boolean): Promise<RoomView> {
    return this.hears('room:view', fits);
  }

  /** The practice's rooms as somebody who watches has put them together, newest last. */
  get pictures(): WatchView[] {
    return picturesIn(this.#heard);
  }

  /** The newest of them that is as wanted, as soon as there is one. */
  async watches(fits: (view: WatchView) => boolean): Promise<WatchView> {
    for (;;) {
      const found = this.pictures.findLast(fits);
      if (found !== undefined) return found;
      await this.#next();
    }
  }

  async farewell(): Promise<Farewell> {
    return (await this.hears('connection:closing')).code;
  }

  leave(): void {
    this.socket.disconnect();
  }

  #next(): Promise<void> {
    return new Promise((wake) => this.#waiting.push(wake));
  }
}

/** `accepted`, or the code of the refusal. Anything else that goes wrong goes on going wrong. */
export async function outcomeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'accepted';
  } catch (error) {
    if (error instanceof Refused) return error.reply.code;
    throw error;
  }
}
