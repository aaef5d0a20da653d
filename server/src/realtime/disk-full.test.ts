import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../db/client.ts';
import { trail } from '../db/schema.ts';
import { createKeptLog } from '../testing/kept-log.ts';
import { meet, meetInCall } from '../testing/meeting.ts';
import { OwnPostgres } from '../testing/own-postgres.ts';
import { Person } from '../testing/person.ts';
import { SmallDisk } from '../testing/small-disk.ts';
import { startServerOn } from '../testing/server-on.ts';
import { outcomeOf } from '../testing/visitor.ts';

const quiet = createKeptLog('fatal', []);
const system = { kind: 'system' } as const;

let disk: SmallDisk | null;
beforeEach(async (context) => {
  disk = await SmallDisk.mount(220);
  if (disk === null) context.skip('Only root can make a disk that is full');
});
afterEach(() => disk?.unmount());

const readiness = (origin: string) => async () => (await fetch(`${origin}/readyz`)).status;

/** Everything that a page can want of a server on a disk that is full, and then is not. */
async function fillAndClear(
  database: Database,
  { nearlyFull, revive }: { nearlyFull?: (origin: string) => Promise<void>; revive?: () => Promise<void> },
): Promise<void> {
  const server = await startServerOn(database);
  try {
    const { origin, identity } = server.app;
    const call = await meetInCall(server);
    const { patient, patientId } = await meet(server);
    const { key } = await identity.apiKeys.create(server.practiceId, 'Appointment book', system);
    const book = new Person(origin, { key });
    const make = async () => (await book.ask('consultations.create', { patientName: 'A'.repeat(80) })).code ?? 'made';

    await nearlyFull?.(origin);
    disk!.fill();
    // As long as there is room in what the database has already, it goes on.
    const outcomes = new Set<string>();
    for (let tries = 0; tries < 2_000 && !outcomes.has('unavailable'); tries += 1) outcomes.add(await make());
    expect([...outcomes].filter((outcome) => outcome !== 'made')).toEqual(['unavailable']);
    expect(['accepted', 'unavailable']).toContain(await outcomeOf(patient.request('visit:ring-me', { phone: null })));
    expect(await outcomeOf(call.patient.request('producer:pause', { source: 'microphone' }))).toBe('accepted');
    expect(call.clinician.socket.connected && patient.socket.connected).toBe(true);

    await disk!.clear();
    await revive?.();
    await expect.poll(make, { timeout: 20_000 }).toBe('made');
    await expect.poll(readiness(origin)).toBe(200);
    expect(await outcomeOf(patient.request('visit:check-in', { name: 'Bob Example', agreed: true }))).toBe('accepted');
    await patient.sees(({ me }) => me.name === 'Bob Example');
    const facts = (await server.database.db.select().from(trail)).filter(({ visitId }) => visitId === patientId);
    expect(facts.map(({ action }) => action)).toEqual(['arrived', 'checked_in']);
  } finally {
    await server.close();
  }
}

describe('[STORE-1] [STORE-2] on a disk that is full', () => {
  it('[STORE-4] [STORE-5] the embedded database refuses what it cannot keep, and keeps what it has', async () => {
    const dataDir = join(disk!.folder, 'data');
    await fillAndClear(await openDatabase({ databaseUrl: null, dataDir }, quiet), {
      // So that it never has to do with none at all.
      nearlyFull: async (origin) => {
        disk!.fill(40 * 1024 * 1024);
        await expect.poll(readiness(origin)).toBe(503);
      },
    });
  });

  it('PostgreSQL refuses what it cannot keep, and keeps what it has', async () => {
    const folder = join(disk!.folder, 'postgres');
    await mkdir(folder);
    await chmod(disk!.folder, 0o755);
    const postgres = await OwnPostgres.start(folder);
    try {
      const database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
      // Without room for its journal it gives up, and has to be started again.
      await fillAndClear(database, { revive: () => postgres.revive() });
    } finally {
      await postgres.close();
    }
  });
});
