import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import { httpRequests, type HttpCaller } from '@front-door/shared/protocol/http.ts';
import type { HttpRequestName } from '@front-door/shared/protocol/routes.ts';
import { socketRequests, type SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import { z } from 'zod';
import { goodSocketRequests } from '../testing/good-socket-requests.ts';
import { camera } from '../testing/media.ts';
import { mutantsOf, wrongValues } from '../testing/mutants.ts';
import { Person } from '../testing/person.ts';
import type { TestServer } from '../testing/server-on.ts';
import { ask, type Asker } from './asking.ts';
import { assemble, markOver, newAddress, renew, type Cast, type Room, type Seat } from './cast.ts';
import { Connection } from './connection.ts';
import { Doors } from './doors.ts';
import { isAnswer, isFitting, isReady, isRequest, subjectsOf } from './fitting.ts';
import { Listener } from './listener.ts';
import { Marks } from './marks.ts';
import { nth } from './nth.ts';
import { resolve, type Known } from './references.ts';
import type { Coming, Payload, Speaker, Step } from './steps.ts';
import type { Tally } from './tally.ts';
import { Violation } from './violation.ts';

/** Sends what a sequence says, with several people in several consultations at once, and listens to what comes. */
export class Play {
  readonly #server: TestServer;
  readonly #marks: Marks;
  readonly #tally: Tally;
  readonly #running = new Set<Promise<unknown>>();
  readonly #connections = new Set<Connection>();
  readonly #doors: Doors;
  readonly cast: Cast;
  #violation: { error: unknown } | null = null;
  deaths = 0;

  private constructor(server: TestServer, marks: Marks, cast: Cast, tally: Tally) {
    this.#server = server;
    this.#marks = marks;
    this.cast = cast;
    this.#tally = tally;
    this.#doors = new Doors(server, marks, cast, tally);
  }

  static async begin(server: TestServer, tally: Tally): Promise<Play> {
    const marks = new Marks();
    const play = new Play(server, marks, await assemble(server, marks), tally);
    await Promise.all(play.cast.seats.map((seat) => play.#come(seat, 'plain')));
    return play;
  }

  /** Throws what went wrong, at the latest one step later. */
  async step(step: Step): Promise<void> {
    const work = this.#do(step);
    this.#running.add(work);
    const done = work.catch((error: unknown) => this.#fail(error)).finally(() => this.#running.delete(work));
    if (!('along' in step && step.along)) await done;
    this.#demandNoViolation();
  }

  /** Resolves when everything is answered that was asked. */
  async silence(): Promise<void> {
    await Promise.all([...this.#running].map((work) => work.catch(() => undefined)));
    this.#demandNoViolation();
  }

  leave(): void {
    for (const connection of this.#connections) connection.close();
  }

  #demandNoViolation(): void {
    if (this.#violation !== null) throw this.#violation.error;
  }

  #fail(error: unknown): void {
    this.#violation ??= { error };
  }

  async #do(step: Step): Promise<void> {
    switch (step.do) {
      case 'say':
        return this.#say(step);
      case 'ask': {
        const outcome = await ask(this.#asker(step.name, step.by), step.name, step.data, this.#marks);
        return this.#tally.count('http', step.name, outcome);
      }
      case 'come':
        return this.#come(this.#whoComes(step.seat), step.how);
      case 'drop':
        return nth(this.cast.seats, step.seat).connection?.close();
      case 'kill':
        return this.#kill(step.worker);
    }
  }

  async #say({ name, by, payload, silent }: Extract<Step, { do: 'say' }>): Promise<void> {
    const seat = this.#speaker(name, by);
    const connection = seat?.connection;
    if (seat === undefined || !connection?.isOpen) return;
    const args = this.#argsOf(seat, connection, name, payload);
    if (silent) {
      connection.say(name, args);
      return this.#tally.count('socket', name, 'unasked');
    }
    const outcome = await connection.request(name, args);
    if (outcome === 'accepted') this.#demandAllowed(seat, name, args);
    if (outcome === 'consultation_ended') markOver(seat);
    const isDone = outcome === 'gone' && isAnswer(connection.farewell, seat, name);
    this.#tally.count('socket', name, isDone ? 'accepted' : outcome);
  }

  /** What was taken was for this person to ask, and about what is theirs. */
  #demandAllowed({ label, callers, scope }: Seat, name: string, args: unknown[]): void {
    const { who }: { who: readonly string[] } = socketRequests[name as SocketRequestName];
    if (!callers.some((caller) => who.includes(caller))) throw new Violation(`${name} was taken`, { from: label });
    this.#marks.checkTaken(scope, name, args);
  }

  #speaker(name: string, by: Speaker): Seat | undefined {
    const there = this.cast.seats.filter(({ connection }) => connection?.isOpen);
    if (there.length === 0) return undefined;
    if ('any' in by) return nth(there, by.any);
    const fitting = there.filter((seat) => isFitting(seat, name));
    const ready = fitting.filter(({ connection }) => isReady(connection!, name));
    return nth(
      [ready, fitting, there].find(({ length }) => length > 0)!,
      by.fitting,
    );
  }

  #argsOf(seat: Seat, connection: Connection, name: string, payload: Payload): unknown[] {
    const known = this.#known(seat);
    if ('args' in payload) return resolve(payload.args, known) as unknown[];
    const n = 'good' in payload ? payload.good : payload.mutant;
    if (!isRequest(name)) return [];
    const good = this.#good(seat, connection, name, n);
    if ('good' in payload) return [good];
    const { data } = socketRequests[name];
    const mutants = data instanceof z.ZodObject ? [...mutantsOf(data, good)].map((one) => one.data) : [...wrongValues];
    return [nth(mutants, n)];
  }

  /** What tests send as good, about people this one knows, and marked. */
  #good(seat: Seat, connection: Connection, name: SocketRequestName, n: number): object {
    const known = this.#known(seat);
    const one = (field: string) => nth([...known.ids(field)].slice(0, 6), n);
    const around = {
      consultationId: one('consultationId') ?? '',
      waitingId: nth(subjectsOf(name, connection), n) ?? one('visitId') ?? '',
      clinicId: one('clinicId') ?? '',
      ...(connection.opened !== undefined && { opened: connection.opened }),
      consumerId: nth([...connection.offered], n) ?? '',
    };
    const good: Record<string, unknown> = { ...goodSocketRequests(around)[name]() };
    for (const field of ['name', 'text', 'reason'] as const) if (field in good) good[field] = `Ann ${known.mark}`;
    if ('confirmedName' in good) good['confirmedName'] = known.nameOf(around.waitingId) ?? 'Ann';
    if ('source' in good && n % 2 === 1) {
      good['source'] = 'camera';
      if ('rtpParameters' in good) good['rtpParameters'] = camera();
    }
    return good;
  }

  #known({ memory, mark, connection, scope }: Seat): Known {
    const others = this.cast.seats.filter(
      (seat) => seat.scope.room !== scope.room || seat.scope.practice !== scope.practice,
    );
    return {
      mark,
      ids: (field) => memory.ids(field),
      foreign: (field) => others.flatMap((seat) => seat.memory.ids(field).slice(0, 2)),
      nameOf: (visitId) => connection?.view?.people.find((person) => person.visitId === visitId)?.name ?? undefined,
    };
  }

  /** Mostly somebody who is not there. */
  #whoComes(n: number): Seat {
    const away = this.cast.seats.filter(({ connection }) => !connection?.isOpen);
    return nth(n % 4 === 0 || away.length === 0 ? this.cast.seats : away, n >> 2);
  }

  async #come(seat: Seat, how: Coming): Promise<void> {
    const room = 'room' in seat.by ? seat.by.room : null;
    if (room?.isOver) await renew(this.#server, this.#marks, room);
    const token = await this.#doors.tokenFor(seat, how);
    if (token === null) return;
    if (typeof token === 'string') {
      seat.tokens = [...seat.tokens.slice(-3), token];
      // Nobody else may ever be told of it.
      this.#marks.register(token, { practice: 'nobody', room: seat.label });
    }
    const connection = await Connection.open(token, {
      origin: this.#server.app.origin,
      address: seat.address,
      callers: seat.callers,
      takesMedia: seat.tokens.length % 2 === 0,
      listener: new Listener(this.#marks, seat.scope),
      memory: seat.memory,
      onViolation: (error) => this.#fail(error),
      onResumeSecret: (secret) => this.#keep(seat, secret),
    });
    if (typeof connection === 'string') return this.#tally.count('coming', 'coming', connection);
    // The earlier one of this seat stays open beside it, as of somebody with two devices, until it is told to go.
    this.#connections.add(connection);
    seat.connection = connection;
    this.#tally.count('coming', 'coming', 'accepted');
  }

  #keep(seat: Seat, secret: string): void {
    seat.resumeSecrets = [...seat.resumeSecrets.slice(-3), secret];
    this.#marks.register(secret, { practice: 'nobody', room: seat.label });
  }

  /** Mostly somebody whom the contract lets. */
  #asker(name: HttpRequestName, n: number): Asker {
    const { practices, rooms, seats } = this.cast;
    const { origin } = this.#server.app;
    const practice = nth(practices, n);
    const scope = { practice: practice.id, room: null };
    const askers: Asker[] = (Object.entries(practice.staff) as Array<[StaffRole, Person]>).map(([as, person]) => {
      const seat = seats.find(({ by }) => 'watching' in by && by.watching === person)!;
      return { as, person, scope, known: this.#known(seat), memory: seat.memory };
    });
    askers.push({ ...askers[0]!, as: 'api_key', person: new Person(origin, { key: practice.key }) });
    const room = nth(rooms, n >> 1);
    const ofRoom = seats.filter(({ scope: one }) => one.room === room.name);
    askers.push({
      as: 'anyone',
      person: new Person(origin, { address: newAddress() }),
      // Whoever signs in is told what staff are told.
      scope: { practice: room.practice.id, room: isSignIn(name) ? null : room.name },
      known: this.#known(ofRoom[0]!),
      memory: ofRoom[0]!.memory,
      secrets: {
        secret: nth(secretsFor(name, room), n >> 3),
        resumeSecret: nth(ofRoom, n >> 3).resumeSecrets.at(-1),
        code: room.practice.clinicCode,
        ...(name === 'session.open' && room.practice.account),
      },
    });
    const { who }: { who: readonly HttpCaller[] } = httpRequests[name];
    const fitting = askers.filter(({ as }) => who.includes(as));
    return nth(n % 3 === 0 ? askers : fitting, n >> 2);
  }

  async #kill(n: number): Promise<void> {
    const victim = nth([...this.#server.app.workers.all], n);
    if (victim === undefined || victim.worker.died || this.deaths > 0) return;
    this.deaths += 1;
    const lost = new Promise((done) => this.#server.app.workers.once('lost', done));
    process.kill(victim.worker.pid, 'SIGKILL');
    await lost;
  }
}

const isSignIn = (name: HttpRequestName) => name === 'session.open' || name.startsWith('staff-links.');

/** What opens something, for who has no account. */
function secretsFor(name: HttpRequestName, { practice, secrets, past }: Room): string[] {
  if (isSignIn(name)) return practice.staffLinks;
  const isForAfter = name === 'goodbye.read' || name === 'feedback.give';
  return isForAfter && past.length > 0 ? past : Object.values(secrets);
}
