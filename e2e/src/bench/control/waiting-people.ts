import type { Appointment } from '@front-door/server/src/testing/region.ts';
import { exchange, resume, Visitor } from '@front-door/server/src/testing/visitor.ts';

/** How many come at the same time; more would only queue up at the database. */
const atOnce = 16;

/** Somebody who waits for their turn, on a live socket, without a page around it. */
export class WaitingPerson {
  readonly appointment: Appointment;
  readonly #origin: string;
  readonly #hears: () => void;
  readonly #moved: Array<() => void> = [];
  #resumeSecret = '';
  visitor: Visitor | null = null;
  visitId = '';
  place: number | null = null;

  /** @param hears is called at each message that comes */
  constructor(origin: string, appointment: Appointment, hears: () => void) {
    this.#origin = origin;
    this.appointment = appointment;
    this.#hears = hears;
  }

  async come(): Promise<void> {
    const visitor = await this.#connect((await exchange(this.#origin, this.appointment.patientSecret)).token);
    const { view, resumeSecret } = await visitor.welcome();
    this.visitId = view.me.visitId;
    this.#resumeSecret = resumeSecret!;
    await visitor.request('visit:check-in', { name: 'Ann Example', agreed: true });
  }

  async comeBack(): Promise<void> {
    const visitor = await this.#connect((await resume(this.#origin, this.#resumeSecret)).token);
    await visitor.welcome();
  }

  /** Resolves as soon as they know of another place than this one. */
  async movesFrom(place: number | null): Promise<void> {
    while (this.place === place) await new Promise<void>((moved) => this.#moved.push(moved));
  }

  leave(): void {
    this.visitor?.leave();
  }

  async #connect(token: string): Promise<Visitor> {
    const visitor = await Visitor.connect(this.#origin, token);
    this.visitor = visitor;
    visitor.socket.onAny(this.#hears);
    visitor.socket.on('queue:place', ({ place }) => {
      this.place = place;
      for (const moved of this.#moved.splice(0)) moved();
    });
    return visitor;
  }
}

/** Lets all of them come, a few at a time. */
export async function allCome(people: readonly WaitingPerson[]): Promise<void> {
  const waiting = people.values();
  const oneByOne = async () => {
    for (const person of waiting) await person.come();
  };
  await Promise.all(Array.from({ length: atOnce }, oneByOne));
}
