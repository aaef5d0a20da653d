import { staffRoles, type VisitRole } from '@front-door/shared/domain/roles.ts';
import type { VisitPhase } from '@front-door/shared/domain/visit.ts';
import { socketRequests, type Caller, type SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../testing/databases.ts';
import { goodSocketRequests } from '../testing/good-socket-requests.ts';
import { setStage, type ConnectedPhase } from '../testing/stage.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Refused, type Visitor } from '../testing/visitor.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let witness: Witness;
beforeAll(async () => {
  server = await startTestServer();
  witness = await Witness.begin(server);
});
afterAll(() => server.close());

const cast: Array<[VisitRole, ConnectedPhase]> = [
  ['patient', 'arrived'],
  ['patient', 'waiting'],
  ['patient', 'admitted'],
  ['patient', 'in_call'],
  ['guest', 'arrived'],
  ['guest', 'waiting'],
  ['guest', 'admitted'],
  ['guest', 'in_call'],
  ['clinician', 'admitted'],
  ['clinician', 'in_call'],
];

function refusalOf(name: SocketRequestName, caller: Caller, phase: ConnectedPhase | null): string | null {
  const { who, phases }: { who: readonly Caller[]; phases: readonly VisitPhase[] } = socketRequests[name];
  if (!who.includes(caller)) return 'forbidden';
  if (phase === null || phases.includes(phase)) return null;
  return phase === 'arrived' || phase === 'waiting' ? 'not_admitted' : 'wrong_state';
}

const clinic = { name: 'Morning surgery', hours: null, welcome: null };

/** Everything that a request could change. */
const everything = async () => {
  const media = server.app.workers.all.map(({ worker, rooms, consumers }) => ({ pid: worker.pid, rooms, consumers }));
  return { media, database: await contentOf(server.database.db) };
};

/** `accepted`, also when the last thing heard is a farewell instead of an answer; or the code of the refusal. */
async function outcomeOf(visitor: Visitor, asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'accepted';
  } catch (error) {
    if (error instanceof Refused) return error.reply.code;
    if (visitor.socket.connected) throw error;
    return ['visit_left', 'consultation_ended'].includes(await visitor.farewell()) ? 'accepted' : 'dismissed';
  }
}

describe('[REQ-1] [ADMIT-1] [ADMIT-3] a person', () => {
  it.each(cast)('who is a %s and %s is refused what the contract does not name', async (role, phase) => {
    const stage = await setStage(server, role, phase);
    const before = await everything();
    for (const [name, data] of Object.entries(goodSocketRequests(stage))) {
      const code = refusalOf(name as SocketRequestName, role, phase);
      if (code === null) continue;
      expect({ name, answer: await stage.visitor.raw(name, data()) }).toEqual({
        name,
        answer: { ok: false, error: { code } },
      });
    }
    expect(await everything()).toEqual(before);
    await stage.close();
  });

  it.each(cast)('who is a %s and %s is answered what it names', async (role, phase) => {
    const stage = await setStage(server, role, phase);
    const { visitor } = stage;
    const around: Parameters<typeof goodSocketRequests>[0] = { ...stage };
    const good = goodSocketRequests(around);
    const last = role === 'clinician' ? 'consultation:end' : 'visit:leave';
    const mayAsk = (Object.keys(good) as SocketRequestName[]).filter((name) => {
      const isLast = name === 'consultation:end' || name === 'visit:leave';
      return refusalOf(name, role, phase) === null && (!isLast || name === last);
    });
    for (const name of mayAsk) {
      const asked = visitor.request(name, good[name]());
      expect({ name, outcome: await outcomeOf(visitor, asked) }).toEqual({ name, outcome: 'accepted' });
      if (name === 'media:open' || name === 'media:prepare')
        around.opened = (await asked) as NonNullable<typeof around.opened>;
      if (name === 'consumers:start') around.consumerId = (await visitor.hears('consumer:offered')).consumerId;
    }
    await stage.close();
  });
});

describe('[REQ-1] [WATCH-2] [WATCH-3] staff who watch', () => {
  it.each(staffRoles)('as %s are refused what the contract does not name', async (role) => {
    const watcher = await watch(server, await hire(server, [role]));
    const stage = await setStage(server, 'patient', 'waiting');
    const before = await everything();
    for (const [name, data] of Object.entries(goodSocketRequests(stage))) {
      const code = refusalOf(name as SocketRequestName, `watching_${role}`, null);
      if (code === null) continue;
      expect({ name, answer: await watcher.raw(name, data()) }).toEqual({
        name,
        answer: { ok: false, error: { code } },
      });
    }
    expect(await everything()).toEqual(before);
    await stage.close();
    watcher.leave();
  });

  it.each(staffRoles)('[DESK-9] as %s are answered what it names', async (role) => {
    const watcher = await watch(server, await hire(server, [role]));
    const stage = await setStage(server, 'patient', 'waiting');
    const { id: clinicId } = await server.app.clinics.create(server.practiceId, clinic, { kind: 'system' });
    const good = goodSocketRequests({ ...stage, clinicId });
    const mayAsk = (Object.keys(good) as SocketRequestName[]).filter(
      (name) => refusalOf(name, `watching_${role}`, null) === null,
    );
    expect(mayAsk).toContain(role === 'admin' ? 'room:end' : 'waiting:finish');
    for (const name of mayAsk) {
      const asked = watcher.request(name, good[name]());
      expect({ name, outcome: await outcomeOf(watcher, asked) }).toEqual({ name, outcome: 'accepted' });
    }
    await stage.close();
    watcher.leave();
  });
});

it('[REQ-2] [REQ-3] [CALL-6] and nothing of all this was noticed elsewhere, or went wrong inside', async () => {
  expect(await witness.notices()).toEqual([]);
  expect(server.logged).toEqual([]);
});
