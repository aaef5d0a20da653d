import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinCall } from '../testing/media.ts';
import { endMeeting, meet, meetInCall } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { outcomeOf, resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('[PHONE-1] [PHONE-2] what interrupts somebody', () => {
  it('is shown to everybody in the call, from both sides, until it is over', async () => {
    const { id, patient, clinician } = await meetInCall(server);
    expect((await clinician.sees(({ people }) => people[0]?.phase === 'in_call')).people[0]!.interruption).toBeNull();
    await patient.request('media:interrupted', { by: 'microphone' });
    await clinician.sees(({ people }) => people[0]?.interruption === 'microphone');
    await clinician.request('media:interrupted', { by: 'hidden' });
    await patient.sees(({ people }) => people[0]?.interruption === 'hidden');
    await patient.request('media:interrupted', { by: null });
    await clinician.sees(({ people }) => people[0]?.interruption === null);
    await endMeeting(server, id);
  });

  it('stays known while the connection is lost, and is forgotten with the media it was about', async () => {
    const { id, patient, clinician } = await meetInCall(server);
    await patient.request('media:interrupted', { by: 'hidden' });
    const { resumeSecret = '' } = await patient.welcome();
    patient.leave();
    await clinician.sees(({ people }) => people[0]?.droppedAt !== null && people[0]?.interruption === 'hidden');
    const back = await Visitor.connect(server.app.origin, (await resume(server.app.origin, resumeSecret)).token);
    await joinCall(back);
    await clinician.sees(({ people }) => people[0]?.droppedAt === null && people[0]?.interruption === null);
    await endMeeting(server, id);
  });

  it('is nobody’s business before admission, nor without media', async () => {
    const { id, patient, clinician } = await meet(server);
    expect(await outcomeOf(patient.request('media:interrupted', { by: 'hidden' }))).toBe('not_admitted');
    expect(await outcomeOf(clinician.request('media:interrupted', { by: 'hidden' }))).toBe('wrong_state');
    await endMeeting(server, id);
  });
});

describe('[NET-6] a connection in doubt', () => {
  it('is answered for everybody, in the waiting room and in the call', async () => {
    const { id, patient, clinician } = await meet(server);
    expect(await patient.request('connection:probe', {})).toEqual({});
    expect(await clinician.request('connection:probe', {})).toEqual({});
    await endMeeting(server, id);
  });
});
