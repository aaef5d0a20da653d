import { setImmediate as tick } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visits } from '../db/schema.ts';
import { contentOf } from '../testing/databases.ts';
import { goodSocketRequests } from '../testing/good-socket-requests.ts';
import { endMeeting } from '../testing/meeting.ts';
import { RawSocket } from '../testing/raw-socket.ts';
import { setStage } from '../testing/stage.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf, resume, Visitor } from '../testing/visitor.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let origin: string;
let witness: Witness;
beforeAll(async () => {
  server = await startTestServer();
  origin = server.app.origin;
  witness = await Witness.begin(server);
});
afterAll(() => server.close());

type Stubborn = Awaited<ReturnType<typeof stubborn>>;

/** Somebody in the call, on a socket that does not go by itself, and everything that could be said on it. */
async function stubborn() {
  const stage = await setStage(server, 'patient', 'in_call');
  const { resumeSecret = '' } = await stage.visitor.welcome();
  const raw = await RawSocket.join(origin, (await resume(origin, resumeSecret)).token);
  await raw.hears((text) => text.includes('visit:welcome'));
  const requests = Object.entries(goodSocketRequests(stage));
  const sayEverything = () => {
    for (const [id, [name, data]] of requests.entries()) raw.emit(id, name, data());
  };
  return { ...stage, raw, resumeSecret, sayEverything };
}

const remove = ({ clinician, visitId }: Stubborn) => clinician.request('visit:remove', { visitId });
const end = ({ consultationId }: Stubborn) => endMeeting(server, consultationId);
const takeOver = async ({ resumeSecret }: Stubborn) => {
  const { token } = await resume(origin, resumeSecret);
  await (await Visitor.connect(origin, token)).welcome();
};
const ways: Array<[string, (stage: Stubborn) => Promise<unknown>]> = [
  ['visit_removed', remove],
  ['consultation_ended', end],
  ['taken_over', takeOver],
];

const phaseOf = async (visitId: string) => {
  const [visit] = await server.database.db.select().from(visits).where(eq(visits.id, visitId));
  return visit?.state.phase;
};
const hasMedia = ({ consultationId, visitId }: Stubborn) =>
  server.app.rooms.find(consultationId)?.peers.has(visitId) ?? false;

describe('[REQ-1] [VISIT-3] [VISIT-4] [RESUME-3] what somebody says on a socket that stays changes nothing after', () => {
  it.each(ways)('%s, and the socket is closed', async (code, dismiss) => {
    const stage = await stubborn();
    const { raw } = stage;
    await dismiss(stage);
    const before = await contentOf(server.database.db);
    stage.sayEverything();
    await raw.closed();
    const farewells = raw.received.filter((text) => text.includes('connection:closing'));
    expect(farewells).toEqual([`42["connection:closing",{"code":"${code}"}]`]);
    expect(raw.received.filter((text) => text.includes('"ok":true'))).toEqual([]);
    expect(await contentOf(server.database.db)).toEqual(before);
    await stage.close();
  });

  it.each(ways)('%s, which it never read', async (_code, dismiss) => {
    const stage = await stubborn();
    stage.raw.stopReading();
    await dismiss(stage);
    const before = await contentOf(server.database.db);
    for (let times = 0; times < 20; times++) stage.sayEverything();
    expect(await witness.notices()).toEqual([]);
    expect(await contentOf(server.database.db)).toEqual(before);
    stage.raw.close();
    await stage.close();
  });
});

describe('[VISIT-3] [VISIT-4] [MEDIA-3] what somebody says at the very moment does not outlast', () => {
  it.each([
    ['removed', remove],
    ['ended', end],
  ] as const)('being %s', async (phase, dismiss) => {
    for (let moment = 0; moment < 6; moment++) {
      const stage = await stubborn();
      stage.sayEverything();
      for (let ticks = 0; ticks < moment * 5; ticks++) await tick();
      const dismissed = dismiss(stage);
      stage.sayEverything();
      await dismissed;
      await stage.raw.closed();
      expect(await phaseOf(stage.visitId)).toBe(phase);
      expect(hasMedia(stage)).toBe(false);
      await stage.close();
    }
  });

  it('[RESUME-3] another connection taking over, before its turn came', async () => {
    const { raw, resumeSecret, visitId, close } = await stubborn();
    const { token } = await resume(origin, resumeSecret);
    for (let id = 0; id < 20; id++) raw.emit(id, 'media:open', {});
    raw.emit(20, 'visit:leave', {});
    const newer = await Visitor.connect(origin, token);
    await raw.closed();
    // Each takes a turn at the database, as each of the older ones does that are left.
    for (let turns = 0; turns < 25; turns++) await newer.raw('producer:close', { source: 'camera' });
    expect(await phaseOf(visitId)).toBe('in_call');
    await close();
  });

  it('being removed while coming back', async () => {
    for (let moment = 0; moment < 6; moment++) {
      const { visitor, visitId, clinician, close } = await setStage(server, 'guest', 'in_call');
      const { resumeSecret = '' } = await visitor.welcome();
      const { token } = await resume(origin, resumeSecret);
      const coming = Visitor.connect(origin, token);
      for (let ticks = 0; ticks < moment * 5; ticks++) await tick();
      await clinician.request('visit:remove', { visitId });
      const outcome = await outcomeOf(coming.then((came) => came.farewell()));
      expect(['accepted', 'resume_invalid']).toContain(outcome);
      expect(await phaseOf(visitId)).toBe('removed');
      await close();
    }
  });
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
