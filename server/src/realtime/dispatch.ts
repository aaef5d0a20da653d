import type { ErrorCode, ErrorReply } from '@front-door/shared/errors.ts';
import type { VisitPhase } from '@front-door/shared/domain/visit.ts';
import {
  pointsPerMinute,
  socketRequests,
  type Caller,
  type SocketData,
  type SocketReply,
  type SocketRequestName,
  type SocketRequests,
} from '@front-door/shared/protocol/socket.ts';
import type { Log } from '../ops/logger.ts';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { isAway } from '../db/away.ts';
import type { Pulse } from '../db/pulse.ts';
import { AppError, errorReply, refusedFields } from '../errors.ts';
import type { Visits } from '../waiting-room/visits.ts';
import type { AnyCaller, Checker, Participant, Watcher } from './sockets.ts';

/** Whom a handler gets as its caller, by who may send the request. */
type CallerOf<N extends SocketRequestName> = SocketRequests[N]['who'][number] extends `watching_${string}`
  ? Watcher
  : 'checking' extends SocketRequests[N]['who'][number]
    ? Participant | Checker
    : Participant;

/** A handler for every request of the contract; by then it is validated and authorised. */
export type SocketHandlers = {
  [N in SocketRequestName]: (caller: CallerOf<N>, data: SocketData<N>) => Promise<SocketReply<N>>;
};

type AnyHandler = (caller: AnyCaller, data: unknown) => Promise<unknown>;

/**
 * Binds the contract to its handlers: limit -> validate -> authorise -> handle -> answer, once for all requests.
 * Requests of one connection are handled one after the other, in the order in which they came.
 */
export class Dispatch {
  readonly #handlers: SocketHandlers;
  readonly #visits: Visits;
  readonly #pulse: Pulse;
  readonly #log: Log;
  readonly #limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });

  constructor({ handlers, visits, pulse, log }: { handlers: SocketHandlers; visits: Visits; pulse: Pulse; log: Log }) {
    this.#handlers = handlers;
    this.#visits = visits;
    this.#pulse = pulse;
    this.#log = log;
  }

  bind(caller: AnyCaller): void {
    let last: Promise<void> = Promise.resolve();
    caller.socket.onAny((name: string, ...args: unknown[]) => {
      const answer = args.pop();
      // Without a callback there is nobody to answer, and nothing in the contract is meant to go unanswered.
      if (typeof answer !== 'function') return;
      const refused = this.#spend(caller, name);
      last = last.then(async () => {
        answer(await this.#answer(caller, name, args, refused));
      });
    });
  }

  async #answer(caller: AnyCaller, name: string, args: unknown[], refused: Promise<AppError | null>) {
    try {
      const limit = await refused;
      if (limit !== null) throw limit;
      return { ok: true, data: await this.#handle(caller, name, args) };
    } catch (error) {
      return { ok: false, error: this.#reply(error, name) };
    }
  }

  async #handle(caller: AnyCaller, name: string, args: unknown[]): Promise<unknown> {
    if (!isRequestName(name)) throw new AppError('bad_request', { fields: ['event'] });
    const request = socketRequests[name];
    const parsed = request.data.safeParse(args.length === 1 ? args[0] : undefined);
    if (!parsed.success) {
      throw new AppError('bad_request', { fields: refusedFields(parsed.error).slice(0, 10) });
    }
    await this.#authorise(caller, request);
    // The table gives each name its handler and its data; TypeScript does not follow that through a union of names.
    return (this.#handlers[name] as AnyHandler)(caller, parsed.data);
  }

  async #authorise(caller: AnyCaller, request: SocketRequests[SocketRequestName]): Promise<void> {
    const who: readonly Caller[] = request.who;
    if (caller.kind === 'watch') {
      if (!caller.roles.some((role) => who.includes(`watching_${role}`))) throw new AppError('forbidden');
      return;
    }
    if (caller.kind === 'check') {
      if (!who.includes('checking')) throw new AppError('forbidden');
      return;
    }
    if (!who.includes(caller.role)) throw new AppError('forbidden');
    const phases: readonly VisitPhase[] = request.phases;
    const phase = await this.#phaseOf(caller);
    if (!phases.includes(phase)) throw new AppError(refusalIn[phase]);
    if (!caller.isOpen) throw new AppError('taken_over');
  }

  /** While the database is away no visit changes, so what was last known of one holds; a call must not end by it. */
  async #phaseOf(caller: Participant): Promise<VisitPhase> {
    if (this.#pulse.isAway) return caller.phase;
    try {
      caller.phase = (await this.#visits.get(caller.visitId)).state.phase;
    } catch (error) {
      if (!isAway(error)) throw error;
    }
    return caller.phase;
  }

  /** Counted when a message comes in, not when its turn comes; why it is refused, or null. */
  async #spend(caller: AnyCaller, name: string): Promise<AppError | null> {
    const cost = isRequestName(name) ? socketRequests[name].cost : 1;
    const spent = await this.#limiter.consume(countedAs(caller), cost).catch((over: RateLimiterRes) => over);
    if (spent.consumedPoints <= pointsPerMinute) return null;
    return new AppError('too_many_requests', { retryAfter: Math.ceil(spent.msBeforeNext / 1000) });
  }

  #reply(error: unknown, name: string): ErrorReply {
    // A name that is not the contract's may hold anything.
    const request = isRequestName(name) ? name : 'unknown';
    return errorReply(error, (id, err) => this.#log.error({ errorId: id, err, request }, 'request failed'));
  }
}

/** A person's connections share an allowance; who has no name here has one for each. */
function countedAs(caller: AnyCaller): string {
  switch (caller.kind) {
    case 'visit':
      return caller.visitId;
    case 'watch':
      return caller.staffId;
    case 'check':
      return caller.socket.id;
  }
}

const isRequestName = (name: string): name is SocketRequestName => Object.hasOwn(socketRequests, name);

const refusalIn: Record<VisitPhase, ErrorCode> = {
  arrived: 'not_admitted',
  waiting: 'not_admitted',
  admitted: 'wrong_state',
  in_call: 'wrong_state',
  held: 'wrong_state',
  left: 'visit_left',
  removed: 'visit_removed',
  ended: 'consultation_ended',
};
