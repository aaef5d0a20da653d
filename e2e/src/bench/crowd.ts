import { setTimeout as pause } from 'node:timers/promises';
import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { ClientEvents } from '@front-door/shared/protocol/socket.ts';
import { io, type Socket } from 'socket.io-client';
import { HttpClient, secretOf } from '../support/http-client.ts';

/** How many come at the same time; more would only queue up at the database. */
const atOnce = 16;
/** Practice systems that make the appointments: each may ask 50 times a second. */
const systems = 4;
/** For how long nobody is told anything when all has been told, ms: several times what the server gathers for. */
const quiet = 2_000;
const inFiftyMinutes = () => Date.now() + 50 * 60_000;

/** Patients without browsers who wait for their appointments in one clinic, each on a connection of their own. */
export class Crowd {
  readonly #sockets: Socket<ServerEvents, ClientEvents>[] = [];
  readonly #staff: HttpClient;
  readonly #origin: string;
  readonly #clinicId: string;
  readonly #systems: HttpClient[] = [];
  /** What they were all told together. */
  messages = 0;

  constructor(staff: HttpClient, origin: string, clinicId: string) {
    this.#staff = staff;
    this.#origin = origin;
    this.#clinicId = clinicId;
  }

  /** Until so many are there. */
  async grow(size: number): Promise<void> {
    while (this.#systems.length < systems) {
      const { key } = await this.#staff.send('api-keys.create', { name: `Appointment book ${this.#systems.length}` });
      this.#systems.push(new HttpClient(this.#origin, key));
    }
    let missing = size - this.#sockets.length;
    const comeOneByOne = async () => {
      while (missing > 0) {
        missing -= 1;
        await this.#wait();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, comeOneByOne));
    await this.silence();
  }

  /** Resolves when everybody has been told what there was to tell. */
  async silence(): Promise<void> {
    for (let before = -1; before !== this.messages;) {
      before = this.messages;
      await pause(quiet);
    }
  }

  leave(): void {
    for (const socket of this.#sockets) socket.disconnect();
  }

  async #wait(): Promise<void> {
    const appointment = { clinicId: this.#clinicId, expectedAt: inFiftyMinutes(), validFrom: Date.now() };
    const system = this.#systems[this.#sockets.length % systems]!;
    const { patientLink } = await system.send('consultations.create', appointment);
    const { token } = await new HttpClient(this.#origin).send('links.exchange', { secret: secretOf(patientLink) });
    const socket: Socket<ServerEvents, ClientEvents> = io(this.#origin, {
      auth: { token },
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
    });
    this.#sockets.push(socket);
    socket.onAny(() => (this.messages += 1));
    await new Promise<void>((welcomed, fail) => {
      socket.once('visit:welcome', () => welcomed());
      socket.once('connect_error', fail);
    });
    const answer = await socket.emitWithAck('visit:check-in', { name: 'Ann Example', agreed: true });
    if (!answer.ok) throw new Error(`Nobody may wait: ${answer.error.code}`);
  }
}
