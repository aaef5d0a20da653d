import { pointsPerMinute, socketRequests } from '@front-door/shared/protocol/socket.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { camera, dtlsParameters, joinCall } from '../testing/media.ts';
import { meetInCall } from '../testing/meeting.ts';
import { setStage } from '../testing/stage.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { resume, Visitor } from '../testing/visitor.ts';
import { Witness } from '../testing/witness.ts';

let server: TestServer;
let witness: Witness;
beforeAll(async () => {
  server = await startTestServer();
  witness = await Witness.begin(server);
});
afterAll(() => server.close());

type Answer = Awaited<ReturnType<Visitor['raw']>>;

/** How many answers were accepted, and how many refused by which code. */
const countOf = (answers: Answer[]): Record<string, number> => {
  const byOutcome = Map.groupBy(answers, (answer) => (answer.ok ? 'accepted' : answer.error.code));
  return Object.fromEntries([...byOutcome].map(([outcome, { length }]) => [outcome, length]));
};
const many = <T>(count: number, send: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => send(index));

describe('[REQ-1] [REQ-2] whoever asks too much', () => {
  it('is refused from then on, and told when to come again: 5,000 at once', async () => {
    const { visitor } = await setStage(server, 'patient', 'waiting');
    const answers = await Promise.all(
      many(5000, () => visitor.raw('visit:check-in', { name: 'Ann Example', agreed: true })),
    );
    const { accepted = 0, too_many_requests = 0 } = countOf(answers);
    expect(accepted).toBe(
      Math.floor((pointsPerMinute - socketRequests['visit:check-in'].cost) / socketRequests['visit:check-in'].cost),
    );
    expect(accepted + too_many_requests).toBe(5000);
    expect(answers.at(-1)).toMatchObject({ ok: false, error: { retryAfter: expect.any(Number) } });
    expect(await witness.notices()).toEqual([]);
  });

  it('pays for what is not in the contract, and for what does not fit it', async () => {
    const { visitor } = await setStage(server, 'patient', 'arrived');
    const nonsense = await Promise.all(
      many(pointsPerMinute + 50, (index) => visitor.raw(index % 2 ? 'nonsense' : 'visit:leave', null)),
    );
    expect(countOf(nonsense)).toEqual({ bad_request: pointsPerMinute, too_many_requests: 50 });
    expect(await visitor.raw('visit:leave', {})).toMatchObject({ ok: false, error: { code: 'too_many_requests' } });
  });

  it('does not get a new allowance by coming back', async () => {
    const { visitor } = await setStage(server, 'guest', 'waiting');
    const { resumeSecret } = await visitor.welcome();
    await Promise.all(many(pointsPerMinute + 10, () => visitor.raw('nonsense')));
    const { token } = await resume(server.app.origin, resumeSecret!);
    const again = await Visitor.connect(server.app.origin, token);
    expect(await again.raw('visit:leave', {})).toMatchObject({ ok: false, error: { code: 'too_many_requests' } });
  });

  it('does not take it from anybody else, in the same consultation or watching', async () => {
    const stage = await setStage(server, 'patient', 'in_call');
    const watcher = await watch(server, await hire(server, ['receptionist']));
    await Promise.all(many(pointsPerMinute, () => watcher.raw('nonsense')));
    await Promise.all(many(pointsPerMinute, () => stage.visitor.raw('nonsense')));
    expect(await watcher.raw('room:end', { consultationId: stage.consultationId })).toMatchObject({
      error: { code: 'too_many_requests' },
    });
    const { clinician, waitingId: visitId } = stage;
    expect(await clinician.raw('visit:admit', { visitId, confirmedName: 'Bob Example' })).toMatchObject({ ok: true });
  });
});

describe('[REQ-2] a call survives somebody who', () => {
  it('sends to nobody in particular: thousands of messages without asking for an answer', async () => {
    const { visitor, close } = await setStage(server, 'patient', 'in_call');
    const untyped = visitor.socket as { emit(name: string, ...args: unknown[]): unknown };
    for (let sent = 0; sent < 5000; sent++) untyped.emit('media:open', {});
    // Answered after all the others came: none of them cost anything, and none was carried out.
    expect(await visitor.raw('producer:close', { source: 'camera' })).toMatchObject({ error: { code: 'not_found' } });
    expect(await witness.notices()).toEqual([]);
    await close();
  });

  it('connects, restarts, opens and sends the same thing over and over', async () => {
    const meeting = await meetInCall(server);
    const { patient, patientMedia, clinician, patientId } = meeting;
    const { send, receive } = patientMedia.opened;
    const repeated = [
      ...many(10, () => patient.raw('transport:connect', { transportId: send.id, dtlsParameters })),
      ...many(10, (index) => patient.raw('transport:restart-ice', { transportId: index % 2 ? send.id : receive.id })),
      ...many(10, () => patient.raw('consumers:start', { rtpCapabilities: patientMedia.opened.routerRtpCapabilities })),
      ...many(10, () => patient.raw('media:open', {})),
    ];
    const answers = countOf(await Promise.all(repeated));
    expect(answers).toEqual({ bad_request: 10, accepted: 30 });
    const { peers } = server.app.rooms.get(meeting.id);
    expect([...peers.keys()]).toContain(patientId);
    expect(peers.size).toBe(2);
    expect(await clinician.raw('producer:pause', { source: 'microphone' })).toMatchObject({ ok: true });
    expect(await witness.notices()).toEqual([]);
  });

  it('sends the same source twice', async () => {
    const { patient } = await meetInCall(server);
    await joinCall(patient);
    const again = await patient.raw('producer:create', { source: 'camera', rtpParameters: camera(), paused: false });
    expect(again).toMatchObject({ error: { code: 'wrong_state' } });
    expect(await witness.notices()).toEqual([]);
  });
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
