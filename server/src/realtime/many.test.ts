import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePractice, system } from '../testing/front-door.ts';
import { openNoted } from '../testing/noted.ts';
import { startServerOn, type TestServer } from '../testing/server-on.ts';
import { hire, watch } from '../testing/staff.ts';
import { Visitor } from '../testing/visitor.ts';

let database: Awaited<ReturnType<typeof openNoted>>;
let server: TestServer;
/** How far the server's clock is ahead, ms. */
let ahead = 0;
let practiceId: string;
let clinicId: string;
beforeAll(async () => {
  // What happens by time alone happens when a test says so.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  database = await openNoted();
  server = await startServerOn(database, { now: () => Date.now() + ahead });
});
afterAll(async () => {
  await server.close();
  vi.useRealTimers();
});
const openClinic = async () => {
  practiceId = await makePractice(database, 'Elm Tree Surgery', Date.now());
  const texts = { name: 'Morning surgery', hours: null, welcome: null };
  clinicId = (await server.app.clinics.create(practiceId, texts, system)).id;
};
beforeEach(openClinic);

const isAt = (wanted: number) => (told: { place: number | null }) => told.place === wanted;
const placesTold = ({ heard }: Visitor) =>
  heard.flatMap(({ name, data }) => (name === 'queue:place' ? [(data as { place: number }).place] : []));
const end = ({ id }: { id: string }) => server.app.consultations.end(practiceId, id, system);

/** So many patients who have come one after the other; the last of them knows the place. */
async function queueOf(size: number) {
  const people: Array<{ id: string; visitor: Visitor }> = [];
  for (let place = 1; place <= size; place += 1) {
    const wanted = { practiceId, clinicId, clinicianId: null, clinicianName: null, actor: system };
    const { id, patientSecret } = await server.app.consultations.create(wanted);
    people.push({ id, visitor: await Visitor.byLink(server.app.origin, patientSecret) });
  }
  for (const [index, { visitor }] of people.entries()) await visitor.hears('queue:place', isAt(index + 1));
  return people;
}

describe('[QUEUE-7] when somebody is called in', () => {
  it('the next 20 are told at once, who is farther back within ten seconds, and nobody twice', async () => {
    const people = await queueOf(24);
    const [first, second] = people;
    const last = people.at(-1)!;
    await end(first!);
    await people[20]!.visitor.hears('queue:place', isAt(20));
    expect(placesTold(last.visitor)).toEqual([24]);
    ahead += 10_000;
    await end(second!);
    await last.visitor.hears('queue:place', isAt(22));
    expect(placesTold(last.visitor)).toEqual([24, 22]);
    expect(placesTold(people[10]!.visitor)).toEqual([11, 10, 9]);
    for (const { visitor } of people) visitor.leave();
  });

  it('who is farther back is told by time alone, and at once that the clinic runs late', async () => {
    const people = await queueOf(22);
    const last = people.at(-1)!;
    await server.app.clinics.runLate(practiceId, clinicId, 20, system);
    await last.visitor.hears('queue:place', ({ late }) => late === 20);
    await end(people[0]!);
    await people[1]!.visitor.hears('queue:place', isAt(1));
    expect(placesTold(last.visitor).at(-1)).toBe(22);
    ahead += 20_000;
    vi.advanceTimersByTime(20_000);
    await last.visitor.hears('queue:place', isAt(21));
    for (const { visitor } of people) visitor.leave();
  });
});

it('[CONTROL-1] an end needs no more statements and messages to staff where 40 wait than where 4 do', async () => {
  const costWith = async (size: number) => {
    const people = await queueOf(size);
    const member = await watch(server, await hire(server, ['receptionist'], practiceId));
    await member.watches(({ rooms }) => rooms.length === size);
    const heard = member.heard.length;
    const statements = await database.during(async () => {
      await end(people[0]!);
      await people[1]!.visitor.hears('queue:place', isAt(1));
      await member.watches(({ rooms }) => rooms.some(({ endedAt }) => endedAt !== null));
    });
    const told = member.heard.length - heard;
    for (const { visitor } of people) visitor.leave();
    member.leave();
    return { statements: statements.length, told };
  };
  const few = await costWith(4);
  await openClinic();
  const many = await costWith(40);
  // The queue may just have been looked at for whoever came last: three statements, whoever waits.
  expect(many.statements).toBeLessThanOrEqual(few.statements + 6);
  expect(many.told).toBeLessThanOrEqual(few.told + 1);
});
