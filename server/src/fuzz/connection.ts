import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { Caller, SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { io, type Socket } from 'socket.io-client';
import { demandFit, refusal, type Listener } from './listener.ts';
import type { Memory } from './memory.ts';
import { Violation } from './violation.ts';

/** Longer than anything takes, ms: whoever is not answered by then never is. */
const patience = 20_000;
/** A packet of socket.io's that answers a request. */
const ackPacket = 3;

const opensMedia = new Set(['media:open', 'media:prepare']);
const isIn = ({ me }: RoomView) => me.phase === 'admitted' || me.phase === 'in_call';

export type Outcome = ErrorCode | 'accepted' | 'gone' | 'unasked';

interface Around {
  origin: string;
  /** Of the internet, under which the server counts. */
  address: string;
  callers: readonly Caller[];
  takesMedia: boolean;
  listener: Listener;
  memory: Memory;
  onViolation: (error: unknown) => void;
  onResumeSecret: (secret: string) => void;
}

/** One connection, on which whatever comes is held against the contract. */
export class Connection {
  readonly callers: readonly Caller[];
  readonly memory: Memory;
  view: RoomView | null = null;
  /** What it has open. */
  opened: SocketReply<'media:open'> | undefined;
  /** The consumers it was offered and that were not closed. */
  readonly offered = new Set<string>();
  /** Why it was let go. */
  farewell: string | undefined;
  readonly #socket: Socket;
  readonly #listener: Listener;
  readonly #onViolation: (error: unknown) => void;
  readonly #onResumeSecret: (secret: string) => void;
  readonly #answered = new Set<number>();
  readonly #leaving = new Set<() => void>();
  #sent = 0;

  private constructor(socket: Socket, { callers, listener, memory, onViolation, onResumeSecret }: Around) {
    this.callers = callers;
    this.memory = memory;
    this.#socket = socket;
    this.#listener = listener;
    this.#onViolation = onViolation;
    this.#onResumeSecret = onResumeSecret;
    socket.onAny((name: string, ...args: unknown[]) => this.#heed(() => this.#hear(name, args)));
    socket.io.on('packet', ({ type, id }) => {
      if ((type as number) === ackPacket) this.#heed(() => this.#count(id));
    });
    socket.on('disconnect', (reason) => {
      this.#heed(() => this.#demandFarewell(reason));
      for (const leave of this.#leaving) leave();
    });
  }

  /** Opens a socket with a token; gives the code where it is refused. */
  static async open(token: unknown, around: Around): Promise<Connection | ErrorCode> {
    const socket = io(around.origin, {
      auth: { token, takesMedia: around.takesMedia },
      reconnection: false,
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { 'x-forwarded-for': around.address },
    });
    const connection = new Connection(socket, around);
    return new Promise((done) => {
      socket.once('connect', () => done(connection));
      socket.once('connect_error', (error: Error & { data?: unknown }) => {
        socket.disconnect();
        connection.#heed(() => demandFit(refusal, error.data, 'a refusal of the handshake'));
        const { code } = (error.data ?? { code: 'internal' }) as { code: ErrorCode };
        if (code === 'internal') around.onViolation(new Violation('a handshake went wrong inside', error.message));
        done(code);
      });
    });
  }

  get isOpen(): boolean {
    return this.#socket.connected;
  }

  /** Sends anything; resolves with what came of it, and with `gone` when the connection ended first. */
  request(name: string, args: unknown[]): Promise<Outcome> {
    if (!this.isOpen) return Promise.resolve('gone');
    this.#sent += 1;
    return new Promise((done) => {
      const finish = (outcome: Outcome) => {
        clearTimeout(impatience);
        this.#leaving.delete(leave);
        done(outcome);
      };
      const leave = () => finish('gone');
      const impatience = setTimeout(() => {
        this.#onViolation(new Violation('a request went unanswered', [name, args]));
        leave();
      }, patience);
      this.#leaving.add(leave);
      this.#socket.emit(name, ...args, (reply: unknown) => {
        let outcome: Outcome = 'gone';
        this.#heed(() => {
          outcome = this.#listener.answer(name, reply);
          if (opensMedia.has(name) && outcome === 'accepted') this.#open((reply as { data: never }).data);
          this.memory.note(reply);
        });
        finish(outcome);
      });
    });
  }

  /** Sends something and wants no answer, which the server takes for nothing. */
  say(name: string, args: unknown[]): void {
    this.#socket.emit(name, ...args);
  }

  close(): void {
    this.#socket.disconnect();
  }

  #hear(name: string, args: unknown[]): void {
    this.#listener.event(name, args);
    const [told] = args as [Record<string, unknown> | undefined];
    this.memory.note(told);
    if (name === 'connection:closing') this.farewell = String(told?.['code']);
    if (name === 'consumer:offered') this.offered.add(String(told?.['consumerId']));
    if (name === 'consumer:closed') this.offered.delete(String(told?.['consumerId']));
    if (name === 'media:lost') this.#open((told as { opened: SocketReply<'media:open'> | null }).opened ?? undefined);
    if (name === 'room:view') this.#see(told as unknown as RoomView);
    if (name !== 'visit:welcome') return;
    const { view, resumeSecret, opened } = told as unknown as Parameters<ServerEvents['visit:welcome']>[0];
    this.view = view;
    this.#open(opened ?? undefined);
    if (resumeSecret !== undefined) this.#onResumeSecret(resumeSecret);
  }

  #see(view: RoomView): void {
    const wasIn = this.view !== null && isIn(this.view);
    this.view = view;
    if (!isIn(view) && (wasIn || view.me.phase !== 'waiting')) this.#open(undefined);
  }

  #open(opened: SocketReply<'media:open'> | undefined): void {
    this.opened = opened;
    this.offered.clear();
  }

  /** The server lets nobody go without a word; but a check ends with its time. */
  #demandFarewell(reason: string): void {
    const isLetGo = reason === 'io server disconnect' && !this.callers.includes('checking');
    if (isLetGo && this.farewell === undefined) throw new Violation('let go without a farewell', this.view?.me);
  }

  #count(id: number | undefined): void {
    if (id === undefined || id >= this.#sent) throw new Violation('an answer that nobody asked for', id);
    if (this.#answered.has(id)) throw new Violation('a request was answered twice', id);
    this.#answered.add(id);
  }

  #heed(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#onViolation(error);
    }
  }
}
