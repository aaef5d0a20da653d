import { setImmediate as tick } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visits } from '../db/schema.ts';
import { joinCall } from '../testing/media.ts';
import { endMeeting, meet } from '../testing/meeting.ts';
import { RawSocket } from '../testing/raw-socket.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { exchange, outcomeOf, resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
let origin: string;
// Anew each time: whoever is refused too often is soon not even heard.
beforeEach(async () => {
  server = await startTestServer();
  origin = server.app.origin;
});
afterEach(() => server.close());

type Removed = Awaited<ReturnType<typeof inCall>>;

/** Somebody in the call, on the second device they came with. */
async function inCall() {
  const meeting = await meet(server);
  const { clinician, patientId, patientSecret } = meeting;
  const { resumeSecret: firstSecret = '' } = await meeting.patient.welcome();
  const { token: usedToken } = await exchange(origin, patientSecret, 'this_device');
  const visitor = await Visitor.connect(origin, usedToken);
  const { resumeSecret = '' } = await visitor.welcome();
  await clinician.request('visit:admit', { visitId: patientId, confirmedName: 'Ann Example' });
  await joinCall(visitor);
  return { ...meeting, visitor, firstSecret, resumeSecret, usedToken };
}

const remove = ({ clinician, patientId: visitId }: Removed) => clinician.request('visit:remove', { visitId });

/** The WebSocket stands before, and says who it is after. */
async function halfOpen(token: string) {
  const raw = await RawSocket.open(origin);
  return async () => {
    raw.send(`40${JSON.stringify({ token })}`);
    const answer = await raw.hears((text) => text.startsWith('40') || text.startsWith('44'));
    raw.close();
    return answer === null ? 'closed' : ((/"code":"(\w+)"/.exec(answer) ?? [])[1] ?? 'accepted');
  };
}

/** Comes in by a token, and waits for what it is let go with if it is let in. */
const enter = async (token: string) => {
  const visitor = await Visitor.connect(origin, token);
  return visitor.farewell();
};
const byToken = (token: string) => () => outcomeOf(enter(token));
const byResume = (secret: string) => () => outcomeOf(resume(origin, secret).then(({ token }) => enter(token)));
const byLink = (secret: string, as?: 'this_device' | 'guest') => () =>
  outcomeOf(exchange(origin, secret, as).then(({ token }) => enter(token)));

/** Each way in is got ready before the removal, as far as it can be, and gone after it. */
const ways: Array<[string, (person: Removed) => Promise<() => Promise<string>>, string]> = [
  ['the resume secret', async ({ resumeSecret }) => byResume(resumeSecret), 'resume_invalid'],
  ['the resume secret of an earlier device', async ({ firstSecret }) => byResume(firstSecret), 'resume_invalid'],
  [
    'a room token by the resume secret',
    async ({ resumeSecret }) => byToken((await resume(origin, resumeSecret)).token),
    'resume_invalid',
  ],
  [
    'a room token by the link, from another device',
    async ({ patientSecret }) => byToken((await exchange(origin, patientSecret, 'this_device')).token),
    'link_revoked',
  ],
  [
    'a room token by the link, as a guest',
    async ({ patientSecret }) => byToken((await exchange(origin, patientSecret, 'guest')).token),
    'link_revoked',
  ],
  ['the room token that was used', async ({ usedToken }) => byToken(usedToken), 'token_used'],
  ['the link', async ({ patientSecret }) => byLink(patientSecret), 'link_revoked'],
  ['the link, from another device', async ({ patientSecret }) => byLink(patientSecret, 'this_device'), 'link_revoked'],
  ['the link, as a guest', async ({ patientSecret }) => byLink(patientSecret, 'guest'), 'link_revoked'],
  [
    'a socket half open by the resume secret',
    async ({ resumeSecret }) => halfOpen((await resume(origin, resumeSecret)).token),
    'resume_invalid',
  ],
  [
    'a socket half open by the link',
    async ({ patientSecret }) => halfOpen((await exchange(origin, patientSecret, 'this_device')).token),
    'link_revoked',
  ],
];

/** Out of the call, and nothing went wrong inside. */
async function isGone({ id, patientId, clinician }: Removed): Promise<void> {
  const [visit] = await server.database.db.select().from(visits).where(eq(visits.id, patientId));
  expect(visit?.state.phase).toBe('removed');
  expect(server.app.rooms.find(id)?.peers.has(patientId) ?? false).toBe(false);
  await clinician.sees(({ people }) => people.length === 0);
  expect(server.logged).toEqual([]);
}

/** How it goes with every way in, all at the same time. */
const tryAll = async (ready: Array<[string, () => Promise<string>]>) =>
  Object.fromEntries(await Promise.all(ready.map(async ([way, goIn]) => [way, await goIn()] as const)));

const getReady = (person: Removed) =>
  Promise.all(ways.map(async ([way, prepare]) => [way, await prepare(person)] as [string, () => Promise<string>]));

describe('[VISIT-3] nobody who was removed comes back, by whatever they hold', () => {
  const refusals = Object.fromEntries(ways.map(([way, , refusal]) => [way, refusal]));

  it.each(['there', 'away'])('when %s at the time', async (where) => {
    const person = await inCall();
    const ready = await getReady(person);
    if (where === 'away') {
      person.visitor.leave();
      await person.clinician.sees(({ people }) => typeof people[0]?.droppedAt === 'number');
    }
    await remove(person);
    expect(await tryAll(ready)).toEqual(refusals);
    await isGone(person);
    await endMeeting(server, person.id);
  });

  it('when on the way in at the very moment', async () => {
    for (const moment of [0, 10, 20, 40]) {
      const person = await inCall();
      const ready = await getReady(person);
      const coming = tryAll(ready.filter(([way]) => !way.includes('guest')));
      for (let ticks = 0; ticks < moment; ticks++) await tick();
      await remove(person);
      await coming;
      await isGone(person);
      await endMeeting(server, person.id);
    }
  });
});
