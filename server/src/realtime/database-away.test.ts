import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../db/client.ts';
import { trail, visits } from '../db/schema.ts';
import { joinCall } from '../testing/media.ts';
import { meet, meetInCall, type Meeting } from '../testing/meeting.ts';
import { OwnPostgres } from '../testing/own-postgres.ts';
import { hire, watch } from '../testing/staff.ts';
import { startServerOn, type TestServer } from '../testing/server-on.ts';
import { exchange, outcomeOf, Refused, resume, Visitor } from '../testing/visitor.ts';

/** What a page waits for an answer before it gives the connection up, ms. */
const patienceOfPages = 10_000;

let postgres: OwnPostgres;
let server: TestServer;
let call: Meeting;
let waiting: Meeting;

beforeAll(async () => {
  postgres = await OwnPostgres.start();
  server = await startServerOn(await openDatabase({ databaseUrl: postgres.url, dataDir: '' }));
  call = await meetInCall(server);
  waiting = await meet(server);
});
afterAll(async () => {
  await server.close();
  await postgres.close();
});

const readiness = async () => (await fetch(`${server.app.origin}/readyz`)).status;
const isAway = async () => {
  await expect.poll(readiness, { timeout: 20_000 }).toBe(503);
};
const isBack = async () => {
  await expect.poll(readiness, { timeout: 20_000 }).toBe(200);
};

async function refusalOf(asked: Promise<unknown>) {
  const began = performance.now();
  const refused = await asked.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.reply : Promise.reject(error)),
  );
  expect(performance.now() - began).toBeLessThan(patienceOfPages);
  return refused;
}

const refused = { code: 'unavailable', retryAfter: 5 };
const visit = async (id: string) => (await server.database.db.select().from(visits).where(eq(visits.id, id)))[0]!;
const factsOf = async (visitId: string) =>
  (await server.database.db.select().from(trail).where(eq(trail.visitId, visitId)).orderBy(trail.number)).map(
    ({ action }) => action,
  );

const outages = [
  ['is gone', () => postgres.stop(), () => postgres.start()],
  ['does not answer', () => postgres.freeze(), () => postgres.thaw()],
] as const;

describe.each(outages)('while the database %s', (_how, begin, end) => {
  let leaver: Visitor;
  let leaverId: string;
  let newcomer: Meeting;
  let lostAt: number;

  beforeAll(async () => {
    leaver = await Visitor.byLink(server.app.origin, waiting.patientSecret, 'guest');
    leaverId = (await leaver.welcome()).view.me.visitId;
    newcomer = await meet(server);
    await newcomer.clinician.request('visit:admit', {
      visitId: newcomer.patientId,
      confirmedName: 'Ann Example',
    });
    await begin();
  });

  it('[STORE-1] refuses what needs it in time, and says so', async () => {
    const { patient } = waiting;
    const [rung, checkedIn, exchanged, response] = await Promise.all([
      refusalOf(patient.request('visit:ring-me', { phone: '01632 960 001' })),
      refusalOf(leaver.request('visit:check-in', { name: 'Bob Example', agreed: true })),
      refusalOf(exchange(server.app.origin, waiting.patientSecret)),
      fetch(`${server.app.origin}/api/links/exchange`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: waiting.patientSecret }),
      }),
    ]);
    expect([rung, checkedIn]).toEqual([refused, refused]);
    expect(exchanged).toMatchObject(refused);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('[STORE-4] is not ready, and lives', async () => {
    await isAway();
    expect((await fetch(`${server.app.origin}/healthz`)).status).toBe(200);
  });

  it('[STORE-2] leaves calls and waiting pages as they are', async () => {
    const { patient, clinician } = call;
    for (const name of ['producer:pause', 'producer:resume'] as const) {
      expect(await outcomeOf(patient.request(name, { source: 'microphone' }))).toBe('accepted');
    }
    // As after the death of a media worker, or on another network.
    await joinCall(clinician);
    expect(await outcomeOf(newcomer.patient.request('consultation:end', {}))).toBe('forbidden');
    await joinCall(newcomer.patient);
    for (const { socket } of [patient, clinician, waiting.patient, waiting.clinician])
      expect(socket.connected).toBe(true);
  });

  it('[STORE-3] writes what happened meanwhile once it is back, and once', async () => {
    lostAt = Date.now();
    leaver.leave();
    newcomer.patient.leave();
    await expect.poll(() => server.app.hub.find(leaverId)).toBeUndefined();
    await end();
    await isBack();
    const droppedAt = async (id: string) => {
      const { state } = await visit(id);
      return 'droppedAt' in state ? state.droppedAt : null;
    };
    await expect.poll(() => droppedAt(leaverId), { timeout: 20_000 }).not.toBeNull();
    await expect.poll(() => droppedAt(newcomer.patientId)).not.toBeNull();
    expect(Math.abs((await droppedAt(leaverId))! - lostAt)).toBeLessThan(2_000);
    expect(await factsOf(leaverId)).toEqual(['arrived', 'dropped']);
    expect(await factsOf(newcomer.patientId)).toEqual(['arrived', 'checked_in', 'admitted', 'joined', 'dropped']);
    expect((await visit(waiting.patientId)).state).toMatchObject({ phase: 'waiting', name: 'Ann Example' });
  });

  it('[STORE-3] goes on as before afterwards', async () => {
    const { patient } = waiting;
    expect(await outcomeOf(patient.request('visit:ring-me', { phone: null }))).toBe('accepted');
    expect(await outcomeOf(exchange(server.app.origin, waiting.patientSecret, 'guest'))).toBe('accepted');
    const { resumeSecret } = await newcomer.patient.welcome();
    const back = await Visitor.connect(server.app.origin, (await resume(server.app.origin, resumeSecret!)).token);
    expect((await back.welcome()).view.me).toMatchObject({ phase: 'in_call', droppedAt: null });
    back.leave();
  });
});

describe('while the database is slow', () => {
  it('[STORE-1] refuses what waits for a lock too long, and has changed nothing', async () => {
    const { patient, patientId, id } = waiting;
    const before = [await visit(patientId), await factsOf(patientId)];
    const other = new pg.Client({ connectionString: postgres.url });
    await other.connect();
    await other.query('begin');
    await other.query('select from consultations where id = $1 for update', [id]);
    expect(await refusalOf(patient.request('visit:check-in', { name: 'Cat Example', agreed: true }))).toEqual(refused);
    await other.query('rollback');
    await other.end();
    expect([await visit(patientId), await factsOf(patientId)]).toEqual(before);
    expect(await outcomeOf(patient.request('visit:check-in', { name: 'Ann Example', agreed: true }))).toBe('accepted');
  });
});

describe('when the database comes and goes under many at once', () => {
  it('[STORE-1] [TRAIL-3] state and trail agree, and every connection to it is given back', async () => {
    const { origin, consultations } = server.app;
    const many = await Promise.all(Array.from({ length: 12 }, () => meet(server, 'arrived')));
    const asked = many.map(async ({ clinician, patient, patientId: visitId }) => {
      for (;;) {
        const names = await Promise.all([
          outcomeOf(patient.request('visit:check-in', { name: 'Ann Example', agreed: true })),
          outcomeOf(clinician.request('visit:admit', { visitId, confirmedName: 'Ann Example' })),
        ]);
        if (names[1] === 'accepted' || names[0] === 'not_admitted' || names[0] === 'wrong_state') return;
        if (server.app.hub.find(visitId)?.phase === 'admitted') return;
      }
    });
    await postgres.stop();
    await postgres.start();
    await Promise.all(asked);
    await isBack();
    for (const { patientId } of many) {
      expect((await visit(patientId)).state.phase).toBe('admitted');
      expect(await factsOf(patientId)).toEqual(['arrived', 'checked_in', 'admitted']);
    }
    // More at once than there are connections.
    const all = await Promise.all(
      many.flatMap(({ id }) => [1, 2].map(() => consultations.links(server.practiceId, id))),
    );
    expect(all).toHaveLength(24);
    expect(await outcomeOf(exchange(origin, many[0]!.clinicianSecret))).toBe('accepted');
  });

  it('[STORE-6] those who watch see what changed since', async () => {
    const watcher = await watch(server, await hire(server, ['receptionist']));
    await watcher.watches(() => true);
    await postgres.stop();
    await isAway();
    await postgres.start();
    await isBack();
    const { patientId } = await meet(server);
    await watcher.watches(({ rooms }) => rooms.some(({ people }) => people.some((one) => one.visitId === patientId)));
    watcher.leave();
  });
});
