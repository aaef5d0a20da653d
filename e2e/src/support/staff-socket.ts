import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { SocketAnswer, SocketData, SocketReply, SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { io, type Socket } from 'socket.io-client';
import type { HttpClient } from './http-client.ts';

/** What somebody of the practice does without a browser: at the waiting list, or inside a consultation. */
export class StaffSocket {
  /** At the waiting list: what it shows, by consultation. */
  readonly rooms = new Map<string, WatchedRoom>();
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#on('watch:view', ({ rooms }) => this.#show(rooms));
    this.#on('watch:changed', ({ rooms }) => this.#show(rooms));
  }

  /** Sits down at the waiting list. */
  static async atDesk(origin: string, account: HttpClient): Promise<StaffSocket> {
    const { token } = await account.send('watch.enter', {});
    return StaffSocket.#open(origin, token, 'watch:view');
  }

  /** Goes into a consultation as its clinician. */
  static async inConsultation(origin: string, account: HttpClient, id: string): Promise<StaffSocket> {
    const { token } = await account.send('consultations.enter', { id });
    return StaffSocket.#open(origin, token, 'visit:welcome');
  }

  static async #open(origin: string, token: string, first: keyof ServerEvents): Promise<StaffSocket> {
    const socket = io(origin, { auth: { token }, reconnection: false, transports: ['websocket'] });
    const person = new StaffSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once(first, () => resolve());
      socket.once('connect_error', reject);
    });
    return person;
  }

  /** Sends one request of the contract. Throws an Error with its code when it is refused. */
  async request<N extends SocketRequestName>(name: N, data: SocketData<N>): Promise<SocketReply<N>> {
    const answer: SocketAnswer<N> = await this.#socket.timeout(10_000).emitWithAck(name, data);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.data;
  }

  /** The consultation of the person of that name, once the list shows it. */
  async roomOf(name: string): Promise<WatchedRoom> {
    for (;;) {
      const found = [...this.rooms.values()].find(({ people }) => people.some((person) => person.name === name));
      if (found !== undefined) return found;
      await new Promise((changed) => this.#socket.once('watch:changed', changed));
    }
  }

  close(): void {
    this.#socket.disconnect();
  }

  #show(rooms: WatchedRoom[]): void {
    for (const room of rooms) this.rooms.set(room.consultationId, room);
  }

  #on<E extends keyof ServerEvents>(event: E, handler: ServerEvents[E]): void {
    this.#socket.on<string>(event, handler);
  }
}
