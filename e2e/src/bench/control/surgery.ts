import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { RoomTokens } from '@front-door/server/src/identity/room-tokens.ts';
import { CountingPostgres } from '@front-door/server/src/testing/counting-postgres.ts';
import { joinCall } from '@front-door/server/src/testing/media.ts';
import { Region, type Appointment } from '@front-door/server/src/testing/region.ts';
import { Visitor } from '@front-door/server/src/testing/visitor.ts';
import type { WatchChange } from '@front-door/shared/protocol/views.ts';
import { inTime } from '../../support/in-time.ts';
import { ServerProcess } from '../../support/server.ts';
import { summarise } from '../statistics.ts';
import type { Loop } from './inside.ts';
import { allCome, WaitingPerson } from './waiting-people.ts';

const practices = 41;
/** Of those who wait, the share that does so in the one clinic of the huge practice. */
const inOne = 0.8;
const admins = 20;
/** Those before whom no more than so many people are: to them each step forward matters. */
const near = 20;
const confirmedName = 'Ann Example';

/** Two people in a consultation, both in the call. */
interface Call {
  clinician: Visitor;
  muted: boolean;
}

/**
 * A region's practices on one server as it is run, on a real PostgreSQL: people who wait, calls, and 20 admins who
 * watch the huge practice. Everything that happens to them happens by the sockets' requests.
 */
export class Surgery {
  readonly #postgres: CountingPostgres;
  readonly #region: Region;
  readonly #server: ServerProcess;
  readonly #tokens: RoomTokens;
  readonly #watchers: Visitor[] = [];
  readonly #people: WaitingPerson[] = [];
  readonly #calls: Call[] = [];
  /** Made beforehand, so that nothing but the server's work is counted. */
  #expected: Appointment[] = [];
  #staffAt = 0;
  /** What everybody was told together. */
  messages = 0;

  private constructor(postgres: CountingPostgres, region: Region, server: ServerProcess, tokens: RoomTokens) {
    this.#postgres = postgres;
    this.#region = region;
    this.#server = server;
    this.#tokens = tokens;
  }

  static async open(): Promise<Surgery> {
    const postgres = await CountingPostgres.start();
    const region = await Region.make(postgres.database, practices);
    const key = randomBytes(32).toString('hex');
    const inside = import.meta.resolve('./inside.ts');
    const profile =
      process.env.CONTROL_PROFILE === undefined ? '' : ` --cpu-prof --cpu-prof-dir=${process.env.CONTROL_PROFILE}`;
    const server = await ServerProcess.start({
      env: {
        DATABASE_URL: postgres.url,
        ROOM_TOKEN_KEY: key,
        LOG_LEVEL: 'warn',
        DRAIN_SECONDS: '0',
        NODE_OPTIONS: `--import=${inside}${profile}`,
      },
    });
    const surgery = new Surgery(postgres, region, server, new RoomTokens(key, Date.now));
    for (let count = 0; count < admins; count += 1) await surgery.#watch();
    return surgery;
  }

  /** Until so many wait and so many calls are under way. */
  async grow(waiting: number, calls: number): Promise<void> {
    const missing = waiting - this.#people.length;
    const ofOne = Math.round(missing * inOne);
    const due = [
      ...(await this.#region.appointments(ofOne, 'in one')),
      ...(await this.#region.appointments(missing - ofOne, 'spread')),
    ];
    const people = due.map((appointment) => this.#person(appointment));
    await allCome(people);
    this.#people.push(...people);
    for (const appointment of await this.#region.calls(calls - this.#calls.length)) await this.#call(appointment);
    // Later than all others, so that each who comes is the last.
    this.#expected = await this.#region.appointments(60, 'in one');
    await pause(3_000);
    await this.#postgres.reset();
  }

  /** How long its loop was late since this was asked before. */
  loop(): Promise<Loop> {
    return this.#server.ask<Loop>('how late?');
  }

  slowest = () => this.#postgres.slowest();

  /** What happens all day, by what it is called. Each gives how long it took until the last concerned knew, ms. */
  readonly events = {
    arrival: async () => {
      const person = this.#person(this.#expected.shift()!);
      const seen = this.#seenByAll(person.appointment, 'waiting');
      await person.come();
      const came = performance.now();
      this.#people.push(person);
      await seen;
      return performance.now() - came;
    },
    admission: async () => {
      const queue = this.#people.filter(({ appointment }) => appointment.practiceId === this.#region.huge);
      const first = queue.find(({ place }) => place === 1)!;
      const clinician = await Visitor.byLink(this.#server.origin, first.appointment.clinicianSecret);
      await clinician.welcome();
      const behind = queue.filter(({ place }) => place !== null && place > 1 && place <= 1 + near);
      const seen = this.#seenByAll(first.appointment, 'admitted');
      const moved = behind.map((person) => person.movesFrom(person.place));
      const clicked = performance.now();
      await clinician.request('visit:admit', { visitId: first.visitId, confirmedName });
      await inTime('everybody to be told', Promise.all([seen, ...moved]));
      const took = performance.now() - clicked;
      this.#people.splice(this.#people.indexOf(first), 1);
      this.#calls.push(await this.#inCall(clinician, first.visitor!));
      return took;
    },
    mute: async () => {
      // The first of them are about to end.
      const call = this.#anyOf(this.#calls.slice(5));
      call.muted = !call.muted;
      await call.clinician.request(call.muted ? 'producer:pause' : 'producer:resume', { source: 'microphone' });
      return 0;
    },
    message: async () => {
      const { appointment } = this.#anyOf(this.#farBack());
      this.#staffAt += 1;
      const staff = this.#watchers[this.#staffAt % admins]!;
      const { consultationId } = appointment;
      await staff.request('waiting:message', { consultationId, message: { template: 'soon' } });
      return 0;
    },
    dropAndResume: async () => {
      const person = this.#anyOf(this.#farBack());
      person.leave();
      await person.comeBack();
      return 0;
    },
    end: async () => {
      const { clinician } = this.#calls.shift()!;
      const over = clinician.farewell();
      void clinician.raw('consultation:end', {}).catch(() => undefined);
      await over;
      return 0;
    },
  };

  /** Statements that an event of each kind needs, with all that follows of it: the median of so many. */
  async statementsPerEvent(times: number): Promise<Record<keyof Surgery['events'], number>> {
    const found: Partial<Record<keyof Surgery['events'], number>> = {};
    for (const kind of Object.keys(this.events) as Array<keyof Surgery['events']>) {
      const counts: number[] = [];
      for (let time = 0; time < times; time += 1) {
        const before = await this.#postgres.count();
        await this.events[kind]();
        await pause(900);
        counts.push((await this.#postgres.count()) - before);
      }
      found[kind] = summarise(counts).median;
    }
    return found as Record<keyof Surgery['events'], number>;
  }

  async close(): Promise<void> {
    for (const person of this.#people) person.leave();
    for (const { clinician } of this.#calls) clinician.leave();
    for (const watcher of this.#watchers) watcher.leave();
    await this.#server.stop('SIGINT');
    await this.#server.close();
    await this.#postgres.close();
  }

  /** Those in the huge practice's queue who are not among the next. */
  #farBack(): WaitingPerson[] {
    return this.#people.filter(
      ({ place, appointment }) => appointment.practiceId === this.#region.huge && place !== null && place > near + 10,
    );
  }

  #person(appointment: Appointment): WaitingPerson {
    return new WaitingPerson(this.#server.origin, appointment, () => (this.messages += 1));
  }

  async #watch(): Promise<void> {
    const account = await this.#region.hireAdmin();
    const watcher = await Visitor.connect(this.#server.origin, this.#tokens.issue({ by: 'watch', ...account }));
    // What it hears is not kept: the whole list is megabytes.
    watcher.socket.offAny();
    watcher.socket.onAny(() => (this.messages += 1));
    this.#watchers.push(watcher);
  }

  async #call(appointment: Appointment): Promise<void> {
    const { origin } = this.#server;
    const clinician = await Visitor.byLink(origin, appointment.clinicianSecret);
    const patient = await Visitor.byLink(origin, appointment.patientSecret);
    const { visitId } = (await patient.welcome()).view.me;
    await patient.request('visit:check-in', { name: confirmedName, agreed: true });
    await clinician.request('visit:admit', { visitId, confirmedName });
    this.#calls.push(await this.#inCall(clinician, patient));
  }

  async #inCall(clinician: Visitor, patient: Visitor): Promise<Call> {
    await joinCall(clinician);
    await joinCall(patient);
    return { clinician, muted: false };
  }

  /** Resolves when each of the admins has been shown the patient in that phase. */
  async #seenByAll({ consultationId }: Appointment, phase: string): Promise<void> {
    const shows = ({ rooms }: WatchChange) =>
      rooms.some(
        (room) =>
          room.consultationId === consultationId &&
          room.people.some((one) => one.role === 'patient' && one.phase === phase),
      );
    const seen = this.#watchers.map(
      ({ socket }) =>
        new Promise<void>((done) => {
          const look = (change: WatchChange) => {
            if (!shows(change)) return;
            socket.off('watch:changed', look);
            done();
          };
          socket.on('watch:changed', look);
        }),
    );
    await Promise.all(seen);
  }

  #anyOf<T>(all: readonly T[]): T {
    return all[Math.floor(Math.random() * all.length)]!;
  }
}
