import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Consultations } from '../consultations/consultations.ts';
import { openDatabase } from '../db/client.ts';
import { makePractice, system } from '../testing/front-door.ts';
import { Returner } from '../testing/journey.ts';
import { joinCall } from '../testing/media.ts';
import { meet, meetAdmitted, meetInCall } from '../testing/meeting.ts';
import { createPostgresDatabase } from '../testing/postgres.ts';
import { ServerProcess } from '../testing/server-process.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { exchange, outcomeOf, resume, Visitor } from '../testing/visitor.ts';
import { Changes } from '../waiting-room/changes.ts';

describe('a server that finishes what it is doing', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  const readiness = async () => (await fetch(`${server.app.origin}/readyz`)).status;

  it('[DRAIN-1] [DRAIN-2] begins nothing new, tells everybody, and goes on with the call until it ends', async () => {
    const { origin } = server.app;
    const call = await meetInCall(server);
    const { clinician, patient, patientId, patientSecret, clinicianSecret } = await meet(server);
    const watcher = await watch(server, await hire(server, ['receptionist']));
    await watcher.watches(() => true);
    const began = Date.now();
    const drained = server.app.drain(600);

    expect(await readiness()).toBe(503);
    for (const person of [call.clinician, call.patient, clinician, patient, watcher]) {
      const { at } = await person.hears('server:restarting');
      expect(Math.abs(at - began - 600_000)).toBeLessThan(5_000);
    }
    const admit = clinician.raw('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' });
    expect(await admit).toEqual({ ok: false, error: { code: 'restarting', retryAfter: 10 } });
    const newcomer = Visitor.byLink(origin, patientSecret, 'guest');
    expect(await newcomer.catch((error: unknown) => error)).toMatchObject({
      reply: { code: 'restarting', retryAfter: 10 },
    });
    // Whoever is part of something comes back to it, waiting or talking, and is told as well.
    for (const one of [patient, call.patient]) {
      const { resumeSecret } = await one.welcome();
      const back = await Visitor.connect(origin, (await resume(origin, resumeSecret!)).token);
      await back.hears('server:restarting');
      expect((await back.welcome()).view.me.phase).toBe(one === patient ? 'waiting' : 'in_call');
    }
    expect(await outcomeOf(exchange(origin, clinicianSecret))).toBe('accepted');
    expect(await Promise.race([drained.then(() => 'stopped'), readiness()])).toBe(503);
    await server.app.consultations.end(server.practiceId, call.id, system);
    await drained;
    expect(server.logged).toEqual([]);
  });

  it('[DRAIN-3] waits for whoever is held and for whoever has just lost the connection, but for no limit longer', async () => {
    const { clinician, patientId } = await meetInCall(server);
    const { patient } = await meetInCall(server);
    await clinician.request('visit:hold', { visitId: patientId });
    patient.leave();
    expect(server.app.hub.calls).toBe(2);
    const began = performance.now();
    await server.app.drain(1);
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(server.app.hub.calls).toBe(2);
  });

  it('[DRAIN-3] with nobody but people alone or waiting it stops at once', async () => {
    const { clinician } = await meet(server);
    await joinCall(clinician);
    await meetAdmitted(server);
    expect(server.app.hub.calls).toBe(0);
    await server.app.drain(600);
  });
});

describe('[DRAIN-3] the process', () => {
  let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let dataDir: string;
  let secrets: { patientSecret: string; clinicianSecret: string };
  let server: ServerProcess | undefined;
  let people: Returner[] = [];
  beforeAll(async () => {
    postgres = await createPostgresDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'front-door-drain-'));
    const database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
    const practiceId = await makePractice(database, 'Willowbrook Surgery', Date.now());
    const consultations = new Consultations(database.db, new Changes(), Date.now);
    const clinicianName = 'Dr Asha Patel';
    secrets = await consultations.create({ practiceId, clinicianId: null, clinicianName, actor: system });
    await database.close();
  });
  afterEach(async () => {
    for (const one of people.splice(0)) one.leave();
    await server?.kill();
  });
  afterAll(async () => {
    await postgres.drop();
    await rm(dataDir, { recursive: true });
  });

  /** A call on a server of its own; the first to come has never been there, all others come back. */
  async function call(drainSeconds: number): Promise<Visitor> {
    const settings = { DATA_DIR: dataDir, DATABASE_URL: postgres.url, DRAIN_SECONDS: String(drainSeconds) };
    server = await ServerProcess.start(settings);
    people = [secrets.clinicianSecret, secrets.patientSecret].map((secret) => new Returner(server!.origin, secret));
    const [clinician, patient] = await Promise.all(people.map((one) => one.here()));
    const { visitId, phase } = (await patient!.welcome()).view.me;
    if (phase === 'arrived') await patient!.request('visit:check-in', { name: 'Ann Example', agreed: true });
    await clinician!.request('visit:admit', { visitId, confirmedName: 'Ann Example' });
    await joinCall(clinician!);
    await joinCall(patient!);
    return patient!;
  }

  it('stops at the limit by itself', async () => {
    const patient = await call(2);
    server!.signal('SIGTERM');
    await patient.hears('server:restarting');
    expect(await server!.ended()).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops at once when it is asked by %s as well', async (signal) => {
    const patient = await call(3_600);
    server!.signal('SIGTERM');
    await patient.hears('server:restarting');
    expect((await fetch(`${server!.origin}/readyz`)).status).toBe(503);
    // The media goes on: mediasoup would end it by itself.
    expect(await outcomeOf(patient.request('producer:pause', { source: 'microphone' }))).toBe('accepted');
    server!.signal(signal);
    expect(await server!.ended()).toBe(0);
  });

  it('stops at once on Ctrl-C, in the middle of a call', async () => {
    const patient = await call(3_600);
    server!.signal('SIGINT');
    expect(await server!.ended()).toBe(0);
    expect(patient.heard.some(({ name }) => name === 'server:restarting')).toBe(false);
  });
});
