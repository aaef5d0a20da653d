import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { ErrorReply } from '@front-door/shared/errors.ts';
import { handshake, type SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { RoomGrant } from '@front-door/shared/protocol/tokens.ts';
import type { Echoes } from '../media/echoes.ts';
import type { Log } from '../ops/logger.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import { Refusals } from '../audit/refusals.ts';
import type { Db } from '../db/client.ts';
import { isAway } from '../db/away.ts';
import { AppError, errorReply } from '../errors.ts';
import { activeAccount } from '../identity/active-account.ts';
import type { OpenedToken, RoomTokens } from '../identity/room-tokens.ts';
import type { Arrivals } from '../waiting-room/arrivals.ts';
import type { Drain } from '../ops/drain.ts';
import type { Visits } from '../waiting-room/visits.ts';
import type { Connections } from '../http/connections.ts';
import type { RequestLimit } from '../http/request-limit.ts';
import { bucketOf } from '../limits/bucket.ts';
import type { Dispatch } from './dispatch.ts';
import { carrierOf, endWithin, type EngineSocket } from './engine.ts';
import { unlessTakenOver, type Hub } from './hub.ts';
import { Checker, Participant, Watcher, type IoServer, type IoSocket, type Opened } from './sockets.ts';
import { Newcomers } from './newcomers.ts';
import type { Queues } from './queues.ts';
import { limitTraffic } from './traffic.ts';
import type { Watch } from './watch.ts';

/** The largest thing anybody has to say is what a browser can play, some 10 kB. */
const largestMessage = 64_000;
/** How long a connection may take to bring a token, ms: our page gives up as soon. */
const tokenWithin = 10_000;
/** How long a socket on which only the connection is checked may stay, ms; a check takes a quarter of it. */
const checkingFor = 60_000;
/** Sockets on which one account watches: a few screens with a few tabs each. */
const mostWatching = 30;
/** Sockets refused per address and minute, before that address is not even answered in the trail. */
const refusalsPerMinute = 30;

interface Deps {
  db: Db;
  tokens: RoomTokens;
  arrivals: Arrivals;
  visits: Visits;
  hub: Hub;
  queues: Queues;
  watch: Watch;
  echoes: Echoes;
  openOnArrival: (person: Participant) => Promise<SocketReply<'media:open'> | null>;
  drain: Drain;
  dispatch: Dispatch;
  log: Log;
  now: () => number;
  /** Whether the page that asks is one of ours: a socket is opened across origins without any preflight. */
  isFromOwnPage(request: IncomingMessage): boolean;
  /** What the request's address is counted under. */
  addressOf(request: IncomingMessage): string;
  requests: RequestLimit;
  connections: Connections;
}

/** Opens sockets: each with one room token, once; then hands them to the hub or the watch. */
export function createGateway(server: HttpServer, deps: Deps): IoServer {
  const newcomers = new Newcomers();
  const io: IoServer = new Server(server, {
    serveClient: false,
    maxHttpBufferSize: largestMessage,
    // A small message could unpack to a huge one.
    perMessageDeflate: false,
    connectTimeout: tokenWithin,
    // A phone that lost its network says nothing; it counts as dropped after at most the sum of these: so long somebody
    // may talk to nobody. Shorter, slow networks would lose connections that are only slow.
    pingInterval: 6_000,
    pingTimeout: 6_000,
    allowRequest: (request, answer) => {
      mayCome(deps, newcomers, request).then(
        (may) => answer(null, may),
        () => answer('too_many_requests', false),
      );
    },
  });
  // What is polled for holds people's data as much as any other answer.
  io.engine.use((_request: unknown, response: ServerResponse, next: () => void) => {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    next();
  });
  const limiter = new RateLimiterMemory({ points: refusalsPerMinute, duration: 60 });
  const lines = new Refusals(deps.db);
  io.engine.on('connection', (connection: EngineSocket) => {
    newcomers.add(connection, deps.addressOf(connection.request));
    limitTraffic(connection, deps.now);
    endWithin(connection);
  });

  io.use((socket, next) => {
    const address = deps.addressOf(socket.request);
    open(deps, socket).then(
      (opened) => {
        socket.data.opened = opened;
        newcomers.remove(socket.conn);
        prove(deps, socket.conn, address);
        // socket.io says nothing more of a socket that was closed during the handshake.
        if (socket.conn.readyState !== 'open') abandon(deps, opened);
        next();
      },
      (error: unknown) => {
        refuse(deps, { limiter, lines }, address, error)
          .catch((err: unknown) => errorReply(err, (id) => deps.log.error({ errorId: id, err }, 'cannot refuse')))
          .then((reply) => {
            next(connectError(reply));
            // Whoever has another token comes again. socket.io says the refusal a tick later.
            setImmediate(() => socket.conn.close());
          }, next);
      },
    );
  });
  io.on('connection', (socket) => welcome(deps, socket));
  return io;
}

/** Throws AppError `too_many_requests`. */
async function mayCome(deps: Deps, newcomers: Newcomers, request: IncomingMessage): Promise<boolean> {
  const address = deps.addressOf(request);
  await deps.requests.takeOfAddress(address);
  if (!newcomers.hasRoomFor(address)) throw new AppError('too_many_requests');
  return deps.isFromOwnPage(request);
}

/** It brought a good token: it counts to its address no more, over whatever it comes from here on. */
function prove({ connections, requests }: Deps, connection: EngineSocket, address: string): void {
  const carried = () => {
    const carrier = carrierOf(connection);
    if (carrier !== null) connections.prove(carrier);
  };
  carried();
  connection.on('upgrade', carried);
  void requests.giveBack(address);
}

/** Came and went within one handshake. */
function abandon({ visits, hub, log, now }: Deps, opened: Opened): void {
  if (opened.kind !== 'visit') return;
  const at = now();
  hub.unwritten
    .write(() => visits.drop(opened.visit.id, opened.connectionId, at).catch(unlessTakenOver))
    .catch((err: unknown) => log.error({ err }, 'cannot drop a visit'));
}

/** As {@link abandon}, when the database did not say whether anybody came. */
function abandonIfAny({ visits, hub, log, now }: Deps, connectionId: string): void {
  const at = now();
  hub.unwritten
    .write(() => visits.dropIfAny(connectionId, at))
    .catch((err: unknown) => log.error({ err }, 'cannot drop a visit'));
}

/** A refusal of the handshake, with the grant if the token was good enough to tell. */
class Refusal extends Error {
  readonly error: unknown;
  readonly grant: RoomGrant | null;

  constructor(error: unknown, grant: RoomGrant | null) {
    super('refused', { cause: error });
    this.error = error;
    this.grant = grant;
  }
}

async function open(deps: Deps, socket: IoSocket): Promise<Opened> {
  const { db, tokens, arrivals, watch } = deps;
  const connectionId = randomUUID();
  let token: OpenedToken | null = null;
  try {
    const auth = handshake.safeParse(socket.handshake.auth);
    if (!auth.success) throw new AppError('token_invalid');
    token = tokens.open(auth.data.token);
    await arrivals.useUp(token.tokenId, token.expiresAt);
    const { grant } = token;
    if (grant.by === 'check') return { kind: 'check' };
    if (grant.by === 'watch') {
      const { staffId, practiceId } = grant;
      const { roles } = await activeAccount(db, staffId, practiceId);
      if (watch.countOf(staffId) >= mostWatching) throw new AppError('too_many_requests', { retryAfter: 60 });
      return { kind: 'watch', staffId, practiceId, roles };
    }
    const takesMedia = auth.data.takesMedia ?? false;
    return { kind: 'visit', takesMedia, ...(await arrivals.enter(grant, connectionId)) };
  } catch (error) {
    if (isAway(error)) abandonIfAny(deps, connectionId);
    throw new Refusal(error, token?.grant ?? null);
  }
}

async function refuse(
  deps: Deps,
  { limiter, lines }: { limiter: RateLimiterMemory; lines: Refusals },
  address: string,
  refusal: unknown,
): Promise<ErrorReply> {
  const { error, grant } = refusal instanceof Refusal ? refusal : { error: refusal, grant: null };
  const reply = errorReply(error, (id, err) => deps.log.error({ errorId: id, err }, 'cannot open a socket'));
  // That is nothing that a stranger did.
  if (reply.code === 'unavailable' || reply.code === 'restarting') return reply;
  const counted = await limiter.consume(bucketOf(address)).catch(() => null);
  if (counted === null) return { code: 'too_many_requests', retryAfter: 60 };
  if (reply.code === 'internal') return reply;
  const linkId = grant?.by === 'link' ? grant.linkId : null;
  await lines.record({
    at: deps.now(),
    action: 'refused',
    actor: { kind: 'stranger', ...(linkId !== null && { linkId }) },
    reason: reply.code,
    practiceId: grant?.by === 'watch' ? grant.practiceId : null,
    consultationId: grant !== null && 'consultationId' in grant ? grant.consultationId : null,
    visitId: grant?.by === 'resume' ? grant.visitId : null,
  });
  return reply;
}

function welcome(deps: Deps, socket: IoSocket): void {
  const { hub, queues, watch, echoes, openOnArrival, drain, dispatch, log, addressOf } = deps;
  const { opened } = socket.data;
  socket.on('disconnect', () => {
    echoes.close(socket.id);
    // A connection without its socket would be nobody's.
    socket.conn.close();
  });
  if (opened.kind === 'check') {
    const deadline = setTimeout(() => socket.disconnect(true), checkingFor).unref();
    socket.on('disconnect', () => clearTimeout(deadline));
    dispatch.bind(new Checker(socket, addressOf(socket.request)));
    return;
  }
  if (opened.kind === 'watch') {
    const watcher = new Watcher(socket, opened);
    socket.on('disconnect', () => watch.leave(watcher));
    dispatch.bind(watcher);
    watch.join(watcher);
    if (drain.at !== null) socket.emit('server:restarting', { at: drain.at });
    return;
  }
  const participant = new Participant(socket, opened);
  socket.on('disconnect', () => {
    hub.leave(participant).catch((err: unknown) => log.error({ err }, 'cannot drop a visit'));
  });
  dispatch.bind(participant);
  const { clinicId } = opened.consultation;
  const welcomed = async () => {
    await hub.join(participant, opened.resumeSecret, opened.takesMedia ? () => openOnArrival(participant) : null);
    if (drain.at !== null) socket.emit('server:restarting', { at: drain.at });
    if (clinicId !== null) queues.refresh(clinicId);
  };
  welcomed().catch((err: unknown) => {
    // Without a welcome the page would wait for ever; closed, it tries again.
    log.error({ err }, 'cannot welcome');
    socket.disconnect(true);
  });
}

/** socket.io hands `data` to the client's `connect_error`. */
const connectError = (data: ErrorReply): Error => Object.assign(new Error(data.code), { data });
