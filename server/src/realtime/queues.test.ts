import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practices } from '../db/schema.ts';
import { makePractice, system } from '../testing/front-door.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Visitor } from '../testing/visitor.ts';

let server: TestServer;
let practiceId: string;
let clinicId: string;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  practiceId = await makePractice(server.database, 'Elm Tree Surgery', Date.now());
  const texts = { name: 'Morning surgery', hours: null, welcome: null };
  clinicId = (await server.app.clinics.create(practiceId, texts, system)).id;
});

const placesTold = ({ heard }: Visitor) => heard.filter(({ name }) => name === 'queue:place').map(({ data }) => data);
const isAt = (place: number) => (told: { place: number | null }) => told.place === place;
const secretOfNew = async () => {
  const wanted = { practiceId, clinicId, clinicianId: null, clinicianName: null, actor: system };
  const { id, patientSecret: secret } = await server.app.consultations.create(wanted);
  return { id, secret };
};

/** So many patients who have come one after the other and know their places. */
async function queueOf(size: number) {
  const people = [];
  for (let place = 1; place <= size; place += 1) {
    const { id, secret } = await secretOfNew();
    const visitor = await Visitor.byLink(server.app.origin, secret);
    await visitor.hears('queue:place', isAt(place));
    people.push({ id, secret, visitor });
  }
  return people;
}

describe('[QUEUE-5] of a change in a queue', () => {
  it('those are told whose place it changes, once', async () => {
    const [first, second, third] = await queueOf(3);
    await server.app.consultations.end(practiceId, first!.id, system);
    await second!.visitor.hears('queue:place', isAt(1));
    await third!.visitor.hears('queue:place', isAt(2));
    const nothingElse = { wait: null, late: null };
    expect(placesTold(second!.visitor)).toEqual([2, 1].map((place) => ({ place, ...nothingElse })));
    expect(placesTold(third!.visitor)).toEqual([3, 2].map((place) => ({ place, ...nothingElse })));
    for (const { visitor } of [second!, third!]) visitor.leave();
  });

  it('those before hear nothing of who comes after', async () => {
    const people = await queueOf(3);
    expect(placesTold(people[0]!.visitor)).toHaveLength(1);
    expect(placesTold(people[1]!.visitor)).toHaveLength(1);
    for (const { visitor } of people) visitor.leave();
  });

  it('whoever comes back is told again', async () => {
    const [one] = await queueOf(1);
    one!.visitor.leave();
    const again = await Visitor.byLink(server.app.origin, one!.secret, 'this_device');
    expect(await again.hears('queue:place')).toMatchObject({ place: 1 });
    again.leave();
  });
});

describe('[QUEUE-3] somebody who waits', () => {
  it('is told at once that the clinic runs late, and that it no longer does', async () => {
    const [one] = await queueOf(1);
    await server.app.clinics.runLate(practiceId, clinicId, 20, system);
    expect(await one!.visitor.hears('queue:place', ({ late }) => late === 20)).toMatchObject({ place: 1 });
    await server.app.clinics.runLate(practiceId, clinicId, null, system);
    const last = await one!.visitor.hears('queue:place', () => placesTold(one!.visitor).length === 3);
    expect(last).toMatchObject({ place: 1, late: null });
    one!.visitor.leave();
  });

  it('is not told the place where the practice hides it', async () => {
    await server.database.db.update(practices).set({ showsPlace: false }).where(eq(practices.id, practiceId));
    const { secret } = await secretOfNew();
    const visitor = await Visitor.byLink(server.app.origin, secret);
    expect(await visitor.hears('queue:place')).toEqual({ place: null, wait: null, late: null });
    visitor.leave();
  });
});
