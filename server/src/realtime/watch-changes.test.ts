import type { WatchChange, WatchView } from '@front-door/shared/protocol/views.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { consultations } from '../db/schema.ts';
import { makePractice, system } from '../testing/front-door.ts';
import { endMeeting, meet, meetInCall } from '../testing/meeting.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Visitor } from '../testing/visitor.ts';

/** How far the server's clock is ahead, ms. */
let ahead = 0;
let running: TestServer;
/** The same server in a practice that each test has to itself. */
let server: TestServer;
beforeAll(async () => {
  // Minutes pass when a test says so.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  running = await startTestServer({ now: () => Date.now() + ahead });
});
beforeEach(async () => {
  server = { ...running, practiceId: await makePractice(running.database, 'Elm Tree Surgery', Date.now()) };
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await running.close();
  vi.useRealTimers();
});

const minute = 60_000;
const measured = 2_000;

const watcher = async () => watch(server, await hire(server, ['receptionist'], server.practiceId));
const consultation = async (validFor = 60 * minute, practiceId = server.practiceId) => {
  const wanted = { practiceId, clinicianId: null, clinicianName: null, actor: system };
  return (await server.app.consultations.create({ ...wanted, validUntil: Date.now() + ahead + validFor })).id;
};
const end = (id: string) => endMeeting(server, id);
const idsIn = ({ rooms }: Pick<WatchView, 'rooms'>) => rooms.map(({ consultationId }) => consultationId);
const has = (id: string) => (view: WatchView) => idsIn(view).includes(id);
const latest = ({ pictures }: Visitor) => new Map(pictures.at(-1)?.rooms.map((room) => [room.consultationId, room]));
const changesTo = ({ heard }: Visitor) =>
  heard.filter(({ name }) => name === 'watch:changed').map(({ data }) => data as WatchChange);
const wholesTo = ({ heard }: Visitor) => heard.filter(({ name }) => name === 'watch:view').length;

/** Counts the lists that are loaded from here on, whole or in part. */
const countLoads = () => {
  const select = vi.spyOn(running.database.db, 'select');
  return () => select.mock.calls.filter(([fields]) => fields !== undefined && 'visit' in fields).length;
};

describe('[WATCH-5] of hundreds of rooms', () => {
  it('the one that changed is sent alone, and named alone when it is gone', async () => {
    const createdAt = Date.now();
    const row = { practiceId: server.practiceId, createdAt, validUntil: createdAt + 60 * minute };
    await server.database.db.insert(consultations).values(Array.from({ length: 300 }, () => row));
    const member = await watcher();
    await member.watches(({ rooms }) => rooms.length === 300);

    const id = await consultation();
    await member.watches(has(id));
    await end(id);
    await member.watches((view) => view.rooms.length === 300 && changesTo(member).length > 1);
    expect(changesTo(member).map((change) => [idsIn(change), change.gone])).toEqual([
      [[id], []],
      [[], [id]],
    ]);
    expect(wholesTo(member)).toBe(1);
    member.leave();
  });

  it('those that change at once are loaded together', async () => {
    const member = await watcher();
    await member.watches(() => true);
    const loads = countLoads();
    const ids = await Promise.all(Array.from({ length: 200 }, () => consultation()));
    await member.watches(({ rooms }) => rooms.length === 200);
    expect(loads()).toBeLessThan(20);
    expect(changesTo(member).length).toBeLessThanOrEqual(loads());
    expect(idsIn(member.pictures.at(-1)!).toSorted()).toEqual(ids.toSorted());
    member.leave();
  });
});

describe('[WATCH-5] the whole list', () => {
  it('is looked at again once a minute, and what has expired is gone from it', async () => {
    const member = await watcher();
    const expiring = await consultation(minute);
    const lasting = await consultation();
    await member.watches(has(lasting));
    ahead += 2 * minute;
    vi.advanceTimersByTime(minute);
    const view = await member.watches((seen) => has(lasting)(seen) && !has(expiring)(seen));
    expect(idsIn(view)).toEqual([lasting]);
    expect(changesTo(member).at(-1)).toMatchObject({ rooms: [], gone: [expiring] });
    expect(wholesTo(member)).toBe(1);
    member.leave();
  });

  it('comes first to whoever comes and whoever comes back; the others are told only what is different', async () => {
    const stays = await watcher();
    const leaves = await watcher();
    const unchanged = await consultation();
    const expiring = await consultation(minute);
    const first = await consultation();
    await leaves.watches(has(first));
    await stays.watches(has(first));
    const before = changesTo(stays).length;
    leaves.leave();
    await end(first);
    const second = await consultation();
    ahead += 2 * minute;
    const back = await watcher();
    expect(idsIn(await back.watches(has(second)))).toEqual([unchanged, second]);
    expect(back.heard.find(({ name }) => name !== 'watch:clinics')!.name).toBe('watch:view');
    await stays.watches((view) => has(second)(view) && !has(expiring)(view));
    expect(idsIn(stays.pictures.at(-1)!)).toEqual([unchanged, second]);
    expect(new Set(changesTo(stays).slice(before).flatMap(idsIn))).toEqual(new Set([second]));
    expect(wholesTo(stays)).toBe(1);
    back.leave();
    stays.leave();
  });

  it('and the differences end in the same, however they come together', async () => {
    const watchers = [await watcher()];
    const storm = Array.from({ length: 60 }, async (_, index) => {
      if (index % 10 === 0) {
        const { patient, clinician, patientId } = await meet(server);
        await clinician.request('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' });
        patient.leave();
      }
      if (index % 15 === 0) watchers.push(await watcher());
      const id = await consultation();
      if (index % 12 === 0) vi.advanceTimersByTime(minute);
      if (index % 2 === 0) await end(id);
    });
    await Promise.all(storm);
    const newcomer = await watcher();
    await newcomer.watches(({ rooms }) => rooms.filter(({ people }) => people[1]?.droppedAt).length === 6);
    expect(latest(newcomer).size).toBe(36);
    for (const member of watchers) await expect.poll(() => latest(member)).toEqual(latest(newcomer));
    for (const member of [...watchers, newcomer]) member.leave();
  });
});

describe('[WATCH-5] while one load is under way', () => {
  /** Lets the worker answer the next question for a person's figures only when told to. */
  const stall = (consultationId: string, visitId: string) => {
    const { send } = server.app.rooms.get(consultationId).peer(visitId);
    const getStats = send.getStats.bind(send);
    const { promise, resolve: goOn } = Promise.withResolvers<void>();
    const asked = vi.spyOn(send, 'getStats').mockImplementationOnce(() => promise.then(getStats));
    return { asked, goOn };
  };

  it('what changes, and whoever comes, is served by the next', async () => {
    const member = await watcher();
    const { id, patientId } = await meetInCall(server);
    await member.watches(({ rooms }) => rooms.some(({ callStartedAt }) => callStartedAt !== null));

    const first = stall(id, patientId);
    vi.advanceTimersByTime(measured);
    await expect.poll(() => first.asked.mock.calls.length).toBe(1);
    const made = await consultation();
    first.goOn();
    await member.watches(has(made));

    const second = stall(id, patientId);
    const asked = second.asked.mock.calls.length;
    vi.advanceTimersByTime(minute);
    await expect.poll(() => second.asked.mock.calls.length).toBeGreaterThan(asked);
    const newcomer = await watcher();
    await end(made);
    second.goOn();
    for (const one of [member, newcomer]) {
      await expect.poll(() => [...latest(one).keys()]).toEqual([id]);
    }
    await end(id);
    member.leave();
    newcomer.leave();
  });
});

describe('[WATCH-5] every two seconds', () => {
  it('rooms with media are measured, and no others; one whose media is gone shows it', async () => {
    const member = await watcher();
    await consultation();
    const { id } = await meetInCall(server);
    await member.watches(({ rooms }) => rooms.length === 2 && rooms[1]!.callStartedAt !== null);
    const before = changesTo(member).length;
    vi.advanceTimersByTime(measured);
    await expect.poll(() => changesTo(member).length).toBeGreaterThan(before);
    const { rooms, gone } = changesTo(member).at(-1)!;
    expect({ ids: rooms.map((room) => room.consultationId), gone }).toEqual({ ids: [id], gone: [] });
    expect(rooms[0]!.people.map(({ quality }) => quality?.sendBitrate)).toEqual([0, 0]);

    for (const { visitId } of rooms[0]!.people) server.app.rooms.closePeer(id, visitId);
    vi.advanceTimersByTime(measured);
    await expect.poll(() => latest(member).get(id)?.worker).toBeNull();
    const after = changesTo(member).length;
    vi.advanceTimersByTime(measured);
    const other = await consultation();
    await member.watches(has(other));
    expect(changesTo(member).slice(after).map(idsIn)).toEqual([[other]]);
    await end(id);
    member.leave();
  });

  it('[CONTROL-4] the figures are renewed without asking the database', async () => {
    const member = await watcher();
    const { id } = await meetInCall(server);
    await member.watches(({ rooms }) => rooms.length === 1 && rooms[0]!.callStartedAt !== null);
    // What was gathered of the joining is brought first.
    const gathered = changesTo(member).length;
    vi.advanceTimersByTime(measured);
    await expect.poll(() => changesTo(member).length).toBeGreaterThan(gathered);
    const before = changesTo(member).length;
    const loads = countLoads();
    vi.advanceTimersByTime(measured);
    await expect.poll(() => changesTo(member).length).toBeGreaterThan(before);
    expect(idsIn(changesTo(member).at(-1)!)).toEqual([id]);
    expect(loads()).toBe(0);
    await end(id);
    member.leave();
  });

  it('what could not be loaded is tried again', async () => {
    const member = await watcher();
    await member.watches(() => true);
    const select = vi.spyOn(running.database.db, 'select').mockImplementationOnce(() => {
      throw new Error('the database is away');
    });
    const id = await consultation();
    await expect.poll(() => select.mock.results.map(({ type }) => type)).toEqual(['throw']);
    vi.advanceTimersByTime(measured);
    await member.watches(has(id));
    member.leave();
  });
});

it('[WATCH-5] nothing is loaded for a practice that nobody watches, or nobody any more', async () => {
  const timers = vi.getTimerCount();
  const left = await watcher();
  await left.watches(() => true);
  left.leave();
  await expect.poll(() => vi.getTimerCount()).toBe(timers);
  const elsewhere = await makePractice(server.database, 'Willowbrook Surgery', Date.now());
  const member = await watch(server, await hire(server, ['receptionist'], elsewhere));
  await member.watches(() => true);
  const loads = countLoads();
  await member.watches(has(await consultation(60 * minute, elsewhere)));
  const ofOneChange = loads();
  await consultation();
  vi.advanceTimersByTime(minute - 1);
  await member.watches(has(await consultation(60 * minute, elsewhere)));
  expect(loads()).toBe(2 * ofOneChange);
  member.leave();
});
