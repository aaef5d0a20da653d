import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../db/client.ts';
import { trail, visits } from '../db/schema.ts';
import { DeafWire } from '../testing/deaf-wire.ts';
import { meet, meetInCall } from '../testing/meeting.ts';
import { createPostgresDatabase } from '../testing/postgres.ts';
import { startServerOn, type TestServer } from '../testing/server-on.ts';
import { exchange, outcomeOf, Visitor } from '../testing/visitor.ts';

let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>;
let wire: DeafWire;
let server: TestServer;
beforeAll(async () => {
  postgres = await createPostgresDatabase();
  wire = await DeafWire.to(postgres.url);
  server = await startServerOn(await openDatabase({ databaseUrl: wire.over(postgres.url), dataDir: '' }));
});
afterAll(async () => {
  await server.close();
  wire.close();
  await postgres.drop();
});

const stateOf = async (id: string) =>
  (await server.database.db.select().from(visits).where(eq(visits.id, id)))[0]!.state;

it('[STORE-3] somebody who was removed without a word of it loses connection and media all the same', async () => {
  const { id, clinician, patient, patientId } = await meetInCall(server);
  const lost = wire.loseNextCommit();
  const removed = outcomeOf(clinician.request('visit:remove', { visitId: patientId }));
  await lost;
  expect(await removed).toBe('unavailable');
  expect(await patient.farewell()).toBe('visit_removed');
  expect(server.app.rooms.find(id)?.peers.has(patientId)).toBe(false);
  expect((await stateOf(patientId)).phase).toBe('removed');
});

it('[STORE-3] somebody who came without a word of it does not stay connected for ever', async () => {
  const { clinician, patientSecret } = await meet(server);
  const { token } = await exchange(server.app.origin, patientSecret, 'guest');
  // The first commit of coming is that of the visit: a token is used up without a transaction.
  const lost = wire.loseNextCommit();
  const came = outcomeOf(Visitor.connect(server.app.origin, token));
  await lost;
  expect(await came).toBe('unavailable');
  const isDropped = ({ people }: { people: Array<{ role: string; droppedAt: number | null }> }) =>
    people.some(({ role, droppedAt }) => role === 'guest' && droppedAt !== null);
  const guest = (await clinician.sees(isDropped)).people.find(({ role }) => role === 'guest')!;
  const facts = await server.database.db
    .select()
    .from(trail)
    .where(eq(trail.visitId, guest.visitId))
    .orderBy(trail.number);
  expect(facts.map(({ action }) => action)).toEqual(['arrived', 'dropped']);
});

it('[STORE-3] somebody who was let in without a word of it is in', async () => {
  const { clinician, patient, patientId } = await meet(server);
  const lost = wire.loseNextCommit();
  const admitted = outcomeOf(clinician.request('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' }));
  await lost;
  expect(await admitted).toBe('unavailable');
  expect((await patient.sees(({ me }) => me.phase === 'admitted')).me.visitId).toBe(patientId);
  expect(await outcomeOf(patient.request('media:open', {}))).toBe('accepted');
});
