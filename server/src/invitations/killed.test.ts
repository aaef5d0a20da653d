import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../db/client.ts';
import { invitations } from '../db/schema.ts';
import { createIdentity } from '../identity/identity.ts';
import { freePort } from '../testing/free-port.ts';
import { makePractice } from '../testing/front-door.ts';
import { keepLine } from '../testing/kept-log.ts';
import { NotifyService } from '../testing/notify-service.ts';
import { Person } from '../testing/person.ts';
import { createPostgresDatabase } from '../testing/postgres.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const system = { kind: 'system' } as const;

let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>;
let database: Database;
let dataDir: string;
let port: number;
let key: string;
let service: NotifyService;
let running: ChildProcess[] = [];

beforeAll(async () => {
  postgres = await createPostgresDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'front-door-killed-'));
  database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
  port = await freePort();
  const practiceId = await makePractice(database, 'Willowbrook Surgery', Date.now());
  ({ key } = await createIdentity(database.db, Date.now).apiKeys.create(practiceId, 'Appointment book', system));
});
afterAll(async () => {
  await database.close();
  await postgres.drop();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  service = await NotifyService.start();
});
afterEach(async () => {
  await Promise.all(running.map((server) => stop(server, 'SIGKILL')));
  running = [];
  await service.close();
});

/** The server as it is run, at the same address and with the same data folder each time. Resolves when it serves. */
async function start(): Promise<ChildProcess> {
  const { settings, apiKey } = service;
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    RTC_PORT: '0',
    WORKERS: '1',
    LOG_LEVEL: 'debug',
    DATA_DIR: dataDir,
    DATABASE_URL: postgres.url,
    NOTIFY_URL: settings.url,
    NOTIFY_API_KEY: apiKey,
    NOTIFY_SMS_TEMPLATE: settings.smsTemplate!,
  };
  const child = spawn(process.execPath, [main, '--no-demo'], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  running.push(child);
  await new Promise<void>((serving, fail) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      keepLine(line, 'outside');
      if (line.startsWith('Front Door runs at')) serving();
    });
    child.once('exit', () => fail(new Error('The server did not start')));
  });
  return child;
}

async function stop(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill(signal);
  await once(server, 'exit');
}

async function invite(): Promise<{ id: string; consultationId: string }> {
  const practiceSystem = new Person(`http://localhost:${port}`, { key });
  const { body: made } = await practiceSystem.ask('consultations.create', {});
  const wanted = { id: made.id, channel: 'sms', to: '07700 900123', language: 'en' } as const;
  const { body } = await practiceSystem.ask('invitations.send', wanted);
  return { id: body.id, consultationId: made.id };
}

const row = async (id: string) => (await database.db.select().from(invitations).where(eq(invitations.id, id)))[0]!;
/** The time passes for which what is being sent belongs to the process that took it. */
const letTimePass = (id: string) =>
  database.db.update(invitations).set({ dueAt: Date.now() }).where(eq(invitations.id, id));
const sendings = () => service.requests.filter((request) => request.startsWith('POST')).length;

describe('[INVITE-7] a server that is killed in the middle of sending', () => {
  it('after the service took it: the next one asks, and does not send it again', async () => {
    service.mishaps.push('taken, unanswered');
    const server = await start();
    const { id } = await invite();
    await expect.poll(() => service.accepted.length).toBe(1);
    await stop(server, 'SIGKILL');
    expect(await row(id)).toMatchObject({ state: 'sending', attempts: 1, reference: null });
    await letTimePass(id);
    await start();
    await expect.poll(async () => (await row(id)).state).toBe('sent');
    expect(service.accepted).toMatchObject([{ to: '+447700900123', reference: id }]);
    expect(await row(id)).toMatchObject({ attempts: 2, reference: service.accepted[0]!.id });
    expect(sendings()).toBe(1);
  });

  it('before the service took it: the next one sends it, with a link that works', async () => {
    service.mishaps.push('unanswered');
    const server = await start();
    const { id, consultationId } = await invite();
    await expect.poll(sendings).toBe(1);
    const { linkId } = await row(id);
    await stop(server, 'SIGKILL');
    expect(service.accepted).toEqual([]);
    await letTimePass(id);
    await start();
    await expect.poll(async () => (await row(id)).state).toBe('sent');
    expect(service.accepted).toMatchObject([{ to: '+447700900123', reference: id }]);
    expect(sendings()).toBe(2);
    expect((await row(id)).linkId).toBe(linkId);
    const secret = /#([\w-]{22})$/.exec(service.accepted[0]!.message)![1]!;
    const patient = await new Person(`http://localhost:${port}`).ask('links.exchange', { secret });
    expect(patient).toMatchObject({ status: 200, body: { role: 'patient' } });
    const actions = await new Person(`http://localhost:${port}`, { key }).ask('invitations.list', {
      id: consultationId,
    });
    expect(actions.body.invitations).toMatchObject([{ id, state: 'sent', problem: null }]);
  });

  it('a server that is asked to stop lets go of what is on its way, and sends it when it is back', async () => {
    service.mishaps.push('unanswered');
    const server = await start();
    const { id } = await invite();
    await expect.poll(sendings).toBe(1);
    await stop(server, 'SIGTERM');
    expect(server.exitCode).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 });
    await letTimePass(id);
    await start();
    await expect.poll(async () => (await row(id)).state).toBe('sent');
    expect(service.accepted).toHaveLength(1);
  });
});
