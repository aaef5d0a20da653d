import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Clinics } from './clinics/clinics.ts';
import type { Config } from './config.ts';
import { Consultations } from './consultations/consultations.ts';
import type { Database } from './db/client.ts';
import { Pulse } from './db/pulse.ts';
import { addressReader, isProxy } from './http/address.ts';
import { Connections } from './http/connections.ts';
import { createHttpApp } from './http/http-app.ts';
import { Doors } from './http/doors.ts';
import { createListener, mostConnections } from './http/listener.ts';
import { RequestLimit } from './http/request-limit.ts';
import { isFromOwnPage } from './http/same-site.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import { RoomTokens } from './identity/room-tokens.ts';
import { openPostOffice } from './invitations/post-office.ts';
import { mediaAddresses } from './media/addresses.ts';
import { Echoes } from './media/echoes.ts';
import { Rooms } from './media/rooms.ts';
import { Turn } from './media/turn.ts';
import { Workers } from './media/workers.ts';
import { Drain } from './ops/drain.ts';
import { keptKey } from './ops/kept-key.ts';
import type { Log } from './ops/logger.ts';
import { Dispatch } from './realtime/dispatch.ts';
import { createGateway } from './realtime/gateway.ts';
import { createHandlers } from './realtime/handlers.ts';
import { Hub } from './realtime/hub.ts';
import { moveMedia, openOnArrival } from './realtime/open-media.ts';
import { Queues } from './realtime/queues.ts';
import { Watch } from './realtime/watch.ts';
import { Arrivals } from './waiting-room/arrivals.ts';
import { Changes } from './waiting-room/changes.ts';
import { Entry } from './waiting-room/entry.ts';
import { Messages } from './waiting-room/messages.ts';
import { Visits } from './waiting-room/visits.ts';

/** How long a WebSocket may take to answer our goodbye, ms; a dead phone never does. */
const patienceAtTheEnd = 1_000;

const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** A running server. */
export interface App {
  /** What it listens on. */
  address: AddressInfo;
  /** The address people use, as `https://practice.example`. */
  origin: string;
  consultations: Consultations;
  clinics: Clinics;
  identity: Identity;
  workers: Workers;
  rooms: Rooms;
  echoes: Echoes;
  hub: Hub;
  /**
   * Begins nothing new from now on, tells everybody, and resolves when no call is in progress any more, after `seconds`
   * at the latest.
   */
  drain(seconds: number): Promise<void>;
  /** Lets every connection and worker go. The database is closed by whoever opened it. */
  close(): Promise<void>;
}

/** Puts the parts together and listens. */
export async function startApp(config: Config, database: Database, log: Log, now = Date.now): Promise<App> {
  const { db } = database;
  const changes = new Changes();
  const visits = new Visits(db, changes, now);
  const consultations = new Consultations(db, changes, now);
  const messages = new Messages(db, changes, now);
  const clinics = new Clinics({ db, consultations, changes, now });
  const drain = new Drain();
  const arrivals = new Arrivals(db, changes, now, drain.demandOpen);
  const entry = new Entry(db, now);
  const roomTokens = new RoomTokens(config.roomTokenKey, now);
  const identity = createIdentity(db, now);
  await visits.dropEverybody();

  const workers = await Workers.start(
    {
      count: config.workers,
      binary: config.workerBin,
      addresses: mediaAddresses(config.host, config.announcedAddresses),
      firstPort: config.rtcPort,
      now,
    },
    log,
  );
  const rooms = new Rooms(workers, now);
  const echoes = new Echoes(workers);
  const pulse = new Pulse(database, log);
  const hub = new Hub({ db, rooms, visits, changes, pulse, log, now });
  const queues = new Queues({ db, hub, changes, log, now });
  const turn = new Turn(config.turn, now);
  const watch = new Watch({ db, rooms, changes, pulse, log, now });
  const callParts = { rooms, visits, turn, hub, pulse };
  workers.on('lost', (worker) => {
    for (const lost of rooms.forget(worker)) moveMedia(callParts, lost);
  });

  let origin = config.publicUrl ?? '';
  const { invitations, courier } = openPostOffice({
    db,
    settings: config.invitations,
    serverKey: config.roomTokenKey ?? (await keptKey(config.dataDir)),
    origin: () => origin,
    log,
    now,
  });
  const requests = new RequestLimit();
  const http = createHttpApp({
    requests,
    invitations,
    rooms,
    db,
    identity,
    consultations,
    clinics,
    entry,
    roomTokens,
    now,
    origin: () => origin,
    disconnectStaff: (staffId) => changes.emit('staff_disabled', staffId),
    trustProxy: config.trustProxy,
    clientFolder,
    ready: async () => {
      drain.demandOpen();
      await pulse.feel();
      if (pulse.isAway) throw new Error('the database is away');
      if (workers.all.length === 0) throw new Error('no media worker is up');
      if (!workers.healthy) throw new Error('media workers keep dying');
    },
    log,
  });
  const server = await createListener(config.tls, http);
  const handlers = createHandlers({
    db,
    changes,
    visits,
    messages,
    clinics,
    consultations,
    rooms,
    echoes,
    turn,
    hub,
    pulse,
    drain,
    now,
  });
  const connections = new Connections(server, await mostConnections(), isProxy(http));
  const io = createGateway(server, {
    requests,
    connections,
    db,
    tokens: roomTokens,
    arrivals,
    visits,
    hub,
    queues,
    watch,
    echoes,
    openOnArrival: (person) => openOnArrival(callParts, person),
    drain,
    dispatch: new Dispatch({ handlers, visits, pulse, log }),
    log,
    now,
    isFromOwnPage: (request) => isFromOwnPage(request, origin),
    addressOf: addressReader(http),
  });

  const finish = (seconds: number) => {
    const at = now() + seconds * 1_000;
    const ended = drain.until(at, { isBusy: () => hub.calls > 0, now });
    hub.tellRestart(at);
    watch.tellRestart(at);
    return ended;
  };
  const doors = new Doors(server);
  const close = async () => {
    pulse.close();
    watch.close();
    queues.close();
    hub.close();
    await courier.close();
    const closed = Promise.all([doors.shut(), io.close()]);
    // What is kept alive would go on being answered, and pages come back into a server that goes.
    server.closeAllConnections();
    const impatience = setTimeout(() => connections.cut(), patienceAtTheEnd);
    await closed;
    clearTimeout(impatience);
    workers.close();
  };
  try {
    const address = await doors.open(config);
    origin ||= `${config.tls === null ? 'http' : 'https'}://${nameOf(config.host)}:${address.port}`;
    courier.start();
    return { address, origin, consultations, clinics, identity, workers, rooms, echoes, hub, drain: finish, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How this machine's own browser names the address, so that it counts as safe enough for a camera. */
const nameOf = (host: string): string => {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};
