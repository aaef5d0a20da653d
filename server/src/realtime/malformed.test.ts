import { socketRequests, type Caller, type SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import type { VisitRole } from '@front-door/shared/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../testing/databases.ts';
import { goodSocketRequests } from '../testing/good-socket-requests.ts';
import { mutantsOf, wrongValues } from '../testing/mutants.ts';
import { setStage } from '../testing/stage.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let witness: Witness;
beforeAll(async () => {
  server = await startTestServer();
  witness = await Witness.begin(server);
});
afterAll(() => server.close());

const requestNames = Object.keys(socketRequests) as SocketRequestName[];

/** Somebody who may send it, with everything it takes; fresh, since whoever asks too much is refused for that. */
async function somebodyFor(name: SocketRequestName) {
  const who: readonly Caller[] = socketRequests[name].who;
  const role = (['patient', 'clinician'] as const satisfies VisitRole[]).find((one) => who.includes(one));
  const phase = name === 'visit:check-in' ? 'arrived' : 'in_call';
  const stage = await setStage(server, role ?? 'patient', phase);
  const visitor = role === undefined ? await watch(server, await hire(server, ['admin'])) : stage.visitor;
  const around: Parameters<typeof goodSocketRequests>[0] = { ...stage };
  if (phase === 'in_call' && role !== undefined) {
    around.opened = await visitor.request('media:open', {});
    const { routerRtpCapabilities: rtpCapabilities } = around.opened;
    await visitor.request('consumers:start', { rtpCapabilities });
    around.consumerId = (
      await visitor.hears('consumer:offered', ({ visitId }) => visitId !== stage.visitId)
    ).consumerId;
  }
  return { ...stage, visitor, good: goodSocketRequests(around) };
}

/** As many at once as one person may ask. */
function* batchesOf<T>(all: Iterable<T>, name: SocketRequestName): Generator<T[]> {
  const list = [...all];
  const patience = Math.floor(200 / socketRequests[name].cost);
  for (let at = 0; at < list.length; at += patience) yield list.slice(at, at + patience);
}

describe('[REQ-1] what does not fit the contract is refused with the field that does not, and changes nothing:', () => {
  it.each(requestNames)('%s', async (name) => {
    const { good, close } = await somebodyFor(name);
    const mutants = mutantsOf(socketRequests[name].data, good[name]());
    await close();
    for (const batch of batchesOf(mutants, name)) {
      const somebody = await somebodyFor(name);
      const before = await contentOf(server.database.db);
      for (const { field, data } of batch) {
        const answer = await somebody.visitor.raw(name, data);
        expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } });
        const fields = answer.ok ? [] : (answer.error.fields ?? []);
        expect(fields.map((path) => path.split('.')[0])).toContain(field);
      }
      expect(await contentOf(server.database.db)).toEqual(before);
      await somebody.close();
    }
  });
});

describe('[REQ-1] what is no object, or not one, is refused:', () => {
  it.each(requestNames)('%s', async (name) => {
    const { visitor, good, close } = await somebodyFor(name);
    const data = good[name]();
    const before = await contentOf(server.database.db);
    const notOne = [
      [],
      [data, data],
      [data, null],
      ...wrongValues.filter((value) => !isEmpty(value)).map((value) => [value]),
    ];
    for (const args of notOne.slice(0, Math.floor(200 / socketRequests[name].cost))) {
      expect(await visitor.raw(name, ...args)).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    }
    expect(await contentOf(server.database.db)).toEqual(before);
    await close();
  });
});

describe('[REQ-1] what is not in the contract is refused:', () => {
  const unknown = [
    '',
    'visit',
    'visit:',
    'VISIT:LEAVE',
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'error',
    'message',
    'visit:welcome',
    'x'.repeat(60_000),
    '\0',
  ];
  it('a name that is none', async () => {
    const { visitor, close } = await setStage(server, 'patient', 'in_call');
    const before = await contentOf(server.database.db);
    for (const name of unknown) {
      expect(await visitor.raw(name, {})).toEqual({ ok: false, error: { code: 'bad_request', fields: ['event'] } });
    }
    expect(await contentOf(server.database.db)).toEqual(before);
    await close();
  });
});

const isEmpty = (value: unknown) => JSON.stringify(value) === '{}';

it('[REQ-2] [REQ-3] [CALL-6] and nothing of all this was noticed elsewhere, or went wrong inside', async () => {
  expect(await witness.notices()).toEqual([]);
  expect(server.logged).toEqual([]);
});
