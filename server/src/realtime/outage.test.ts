import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinCall } from '../testing/media.ts';
import { endMeeting, meetInCall } from '../testing/meeting.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { exchange, outcomeOf, resume, Visitor } from '../testing/visitor.ts';

const clock = { now: Date.now() };
let server: TestServer;
let origin: string;
beforeAll(async () => {
  server = await startTestServer({ now: () => clock.now });
  origin = server.app.origin;
});
afterAll(() => server.close());

/** A patient in the call who loses the connection for half an hour, with a room token got just before. */
async function halfAnHourAway(meanwhile: (call: Awaited<ReturnType<typeof meetInCall>>) => unknown = () => null) {
  const call = await meetInCall(server);
  const { patient, clinician, patientSecret } = call;
  const { resumeSecret = '' } = await patient.welcome();
  const { token } = await resume(origin, resumeSecret);
  patient.leave();
  await clinician.sees(({ people }) => typeof people[0]?.droppedAt === 'number');
  await meanwhile(call);
  clock.now += 30 * 60_000;
  return { ...call, token, resumeSecret, patientSecret };
}

describe('[NET-7] after half an hour without a network', () => {
  it('the device comes back into the call by its resume secret, though its token has long expired', async () => {
    const { token, resumeSecret, clinician, id } = await halfAnHourAway();
    expect(await outcomeOf(Visitor.connect(origin, token))).toBe('token_expired');
    const back = await Visitor.connect(origin, (await resume(origin, resumeSecret)).token);
    expect((await back.welcome()).view.me).toMatchObject({ phase: 'in_call', droppedAt: null });
    const { microphoneId } = await joinCall(back);
    await clinician.hears('consumer:offered', ({ producerId }) => producerId === microphoneId);
    await endMeeting(server, id);
  });

  it('the person is told that the consultation has ended meanwhile', async () => {
    const away = await halfAnHourAway(({ id }) => endMeeting(server, id));
    expect(await outcomeOf(resume(origin, away.resumeSecret))).toBe('resume_invalid');
    expect(await outcomeOf(exchange(origin, away.patientSecret))).toBe('consultation_ended');
  });

  it('the person is told that the link leads nowhere when they were removed meanwhile', async () => {
    const away = await halfAnHourAway(({ clinician, patientId }) =>
      clinician.request('visit:remove', { visitId: patientId }),
    );
    expect(await outcomeOf(resume(origin, away.resumeSecret))).toBe('resume_invalid');
    expect(await outcomeOf(exchange(origin, away.patientSecret))).toBe('link_revoked');
    await endMeeting(server, away.id);
  });
});
