import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Clinics } from '../clinics/clinics.ts';
import { Consultations } from '../consultations/consultations.ts';
import { openDatabase, type Database } from '../db/client.ts';
import { trail, visits } from '../db/schema.ts';
import { makePractice, system } from '../testing/front-door.ts';
import { goThrough, Returner } from '../testing/journey.ts';
import { createPostgresDatabase } from '../testing/postgres.ts';
import { ServerProcess } from '../testing/server-process.ts';
import { Changes } from '../waiting-room/changes.ts';

/** A server takes its time to start, and several are started one after the other, ms. */
const patience = 240_000;

let dataDir: string;
let server: ServerProcess | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'front-door-killed-'));
});
afterEach(async () => {
  await server?.kill();
  await rm(dataDir, { recursive: true });
});

async function prepare(database: Database, count: number) {
  const practiceId = await makePractice(database, 'Willowbrook Surgery', Date.now());
  const changes = new Changes();
  const consultations = new Consultations(database.db, changes, Date.now);
  const clinics = new Clinics({ db: database.db, consultations, changes, now: Date.now });
  const clinic = await clinics.create(practiceId, { name: 'Morning clinic', hours: null, welcome: null }, system);
  const one = { practiceId, clinicId: clinic.id, clinicianId: null, clinicianName: 'Dr Asha Patel', actor: system };
  return consultations.createAll(Array.from({ length: count }, () => one));
}

const lines = ({ db }: Database) => db.select().from(trail).orderBy(asc(trail.number));

/** What is true of a visit that went through everything, however often it was cut off. */
async function expectWholeStory({ db }: Database, visitId: string): Promise<void> {
  const [visit] = await db.select().from(visits).where(eq(visits.id, visitId));
  expect(visit!.state.phase).toBe('ended');
  const facts = await db.select().from(trail).where(eq(trail.visitId, visitId)).orderBy(asc(trail.number));
  const actions = facts.map(({ action }) => action);
  const cuts = actions.filter((action) => action === 'dropped' || action === 'returned');
  // Each loss of the connection once, and each return once, in turn.
  expect(cuts).toEqual(cuts.map((_, index) => (index % 2 === 0 ? 'dropped' : 'returned')));
  expect(actions.filter((action) => action !== 'dropped' && action !== 'returned')).toEqual([
    'arrived',
    'checked_in',
    'admitted',
    'joined',
    'ended',
  ]);
}

async function killAtRandom(times: number, beforeRestart: () => Promise<void>): Promise<void> {
  for (let kill = 0; kill < times; kill += 1) {
    await pause(randomInt(300));
    await server!.kill();
    await beforeRestart();
    await server!.start();
  }
}

describe('[DRAIN-4] [VISIT-5] a server that is killed again and again', () => {
  it('loses and doubles nothing of the trail, on PostgreSQL', { timeout: patience }, async () => {
    const postgres = await createPostgresDatabase();
    const database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
    const made = await prepare(database, 6);
    server = await ServerProcess.start({ DATA_DIR: dataDir, DATABASE_URL: postgres.url });
    const through = Promise.all(made.map((secrets) => goThrough(server!.origin, secrets)));
    let known: unknown[] = [];
    await killAtRandom(6, async () => {
      const now = await lines(database);
      expect(now.slice(0, known.length)).toEqual(known);
      known = now;
    });
    for (const visitId of await through) await expectWholeStory(database, visitId);
    expect((await lines(database)).slice(0, known.length)).toEqual(known);
    await server.kill();
    await database.close();
    await postgres.drop();
  });

  it(
    'loses and doubles nothing of the trail, on the embedded database, and everybody who waits keeps the place',
    { timeout: patience },
    async () => {
      const database = await openDatabase({ databaseUrl: null, dataDir });
      const made = await prepare(database, 7);
      await database.close();
      server = await ServerProcess.start({ DATA_DIR: dataDir });
      const waiting = made.splice(0, 4).map(({ patientSecret }) => new Returner(server!.origin, patientSecret));
      const placeOf = (one: Returner, place: number) =>
        one.until((visitor) => visitor.hears('queue:place', (told) => told.place === place));
      for (const [before, one] of waiting.entries()) {
        await one.until((visitor) => visitor.request('visit:check-in', { name: 'Ann Example', agreed: true }));
        await placeOf(one, before + 1);
      }
      const others = Promise.all(made.map((secrets) => goThrough(server!.origin, secrets)));
      await killAtRandom(2, async () => {});
      const through = await others;
      // Last in, first back.
      for (const one of waiting.toReversed()) await one.until(async () => {});
      for (const [before, one] of waiting.entries()) await placeOf(one, before + 1);
      await server.kill();
      const after = await openDatabase({ databaseUrl: null, dataDir });
      for (const visitId of through) await expectWholeStory(after, visitId);
      await after.close();
    },
  );
});
