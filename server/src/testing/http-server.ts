import { randomUUID } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import { Clinics } from '../clinics/clinics.ts';
import { Consultations } from '../consultations/consultations.ts';
import { practices } from '../db/schema.ts';
import { createHttpApp } from '../http/http-app.ts';
import { RequestLimit } from '../http/request-limit.ts';
import { createIdentity } from '../identity/identity.ts';
import { RoomTokens } from '../identity/room-tokens.ts';
import { openPostOffice } from '../invitations/post-office.ts';
import { Changes } from '../waiting-room/changes.ts';
import { Entry } from '../waiting-room/entry.ts';
import { openEmbedded } from './databases.ts';
import { createKeptLog } from './kept-log.ts';
import { Person } from './person.ts';

export type HttpServer = Awaited<ReturnType<typeof startHttpServer>>;

export const goodPassword = 'a long enough password';

/** What the server answers over HTTP, on a free port of loopback, with its database in memory and no media. */
export async function startHttpServer() {
  const database = await openEmbedded();
  const { db, client } = database;
  /** What time it is for the server, ms since the epoch. */
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const identity = createIdentity(db, now);
  const changes = new Changes();
  const consultations = new Consultations(db, changes, now);
  const clinics = new Clinics({ db, consultations, changes, now });
  const clientFolder = await makeClientFolder();

  const logged: string[] = [];
  const disconnected: string[] = [];
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  /** What the server takes for its public address, and whether it is ready; a test may change them. */
  const settings = { origin: url, ready: true };
  const log = createKeptLog('debug', logged);
  /** Sends only when a test says so. */
  const { invitations, courier } = openPostOffice({
    db,
    settings: { show: true, smtp: null, notify: null },
    serverKey: 'the key of a server in a test',
    origin: () => settings.origin,
    log,
    now,
  });
  const requests = new RequestLimit();
  const app = createHttpApp({
    requests,
    invitations,
    rooms: { find: () => undefined },
    db,
    identity,
    consultations,
    clinics,
    now,
    entry: new Entry(db, now),
    roomTokens: new RoomTokens(null, now),
    origin: () => settings.origin,
    disconnectStaff: (staffId) => disconnected.push(staffId),
    trustProxy: 1,
    clientFolder,
    ready: async () => {
      if (!settings.ready) throw new Error('not ready');
    },
    log,
  });
  server.on('request', app);

  const makePractice = async (name: string): Promise<string> => {
    const [practice] = await db
      .insert(practices)
      .values({ name, agreement: 'I agree to talk by video.', createdAt: now() })
      .returning({ id: practices.id });
    return practice!.id;
  };

  /** Makes an account and signs it in. */
  const hire = async (practiceId: string, roles: StaffRole[]) => {
    const { staffLinks, sessions } = identity;
    const link = { practiceId, roles, purpose: 'make_account', validFor: 60_000, actor: { kind: 'system' } } as const;
    const { secret } = await staffLinks.create(link);
    const email = `${randomUUID()}@willowbrook.example`;
    const name = `Nurse ${randomUUID()}`;
    const staffId = await staffLinks.makeAccount({ secret, name, email, password: goodPassword });
    const session = await sessions.open(staffId);
    const person = new Person(url, { cookie: `session=${session}` });
    return Object.assign(person, { id: staffId, practiceId, name, email, session });
  };

  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await database.close();
    await rm(clientFolder, { recursive: true });
  };

  return {
    url,
    db,
    client,
    clock,
    settings,
    identity,
    consultations,
    clinics,
    courier,
    requests,
    logged,
    disconnected,
    makePractice,
    hire,
    close,
  };
}

async function makeClientFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'front-door-client-'));
  await mkdir(join(folder, 'assets'));
  for (const page of ['index', 'visit', 'waiting-area', 'clinician', 'staff']) {
    await writeFile(join(folder, `${page}.html`), `<!doctype html><title>${page}</title>`);
  }
  await writeFile(join(folder, 'assets', 'main-a1b2c3.js'), 'export {};');
  return folder;
}
