import { randomUUID } from 'node:crypto';
import { setImmediate as tick } from 'node:timers/promises';
import { isLive } from '@front-door/shared/domain/visit.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trail, visits } from '../db/schema.ts';
import { RoomTokens } from '../identity/room-tokens.ts';
import { makePractice, system } from '../testing/front-door.ts';
import { meet } from '../testing/meeting.ts';
import { RawSocket } from '../testing/raw-socket.ts';
import { hire } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { exchange, outcomeOf, resume, Visitor } from '../testing/visitor.ts';

let server: TestServer;
let origin: string;
let ahead = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => Date.now() + ahead });
  origin = server.app.origin;
});
beforeEach(() => {
  // Past what one address may get wrong in a minute, and what its earlier tokens were good for.
  ahead += 61_000;
});
afterAll(() => server.close());

/** What comes of opening a socket with this, and the lines of the trail about it. */
async function attempt(token: unknown) {
  const lines = () => server.database.db.select().from(trail).orderBy(trail.number);
  const before = (await lines()).length;
  const outcome = await outcomeOf(Visitor.connect(origin, token));
  return { outcome, lines: (await lines()).slice(before) };
}

/** The ids of a consultation and its links. */
async function consultation() {
  const { consultations } = server.app;
  const { practiceId } = server;
  const made = await consultations.create({ practiceId, clinicianId: null, clinicianName: null, actor: system });
  const links = await consultations.links(practiceId, made.id);
  const linkOf = (role: string) => links.find((link) => link.role === role)!.id;
  return { ...made, consultationId: made.id, patientLinkId: linkOf('patient'), clinicianLinkId: linkOf('clinician') };
}

describe('[TOKEN-3] no socket is opened, and the trail has a line of it,', () => {
  it.each([
    ['nothing', undefined],
    ['an object', { $ne: '' }],
    ['a list', ['token']],
    ['a number', 1],
    ['an empty text', ''],
    ['any text', 'open sesame'],
    ['a long text', 'x'.repeat(5000)],
    ['bytes', Buffer.from('token')],
  ])('by %s for a token', async (_what, token) => {
    const { outcome, lines } = await attempt(token);
    expect(outcome).toBe('token_invalid');
    expect(lines).toMatchObject([
      { action: 'refused', reason: 'token_invalid', actorKind: 'stranger', linkId: null, consultationId: null },
    ]);
  });

  it('by a token that has expired', async () => {
    const { token } = await exchange(origin, (await consultation()).patientSecret);
    ahead += 61_000;
    const { outcome, lines } = await attempt(token);
    expect(outcome).toBe('token_expired');
    expect(lines).toMatchObject([{ action: 'refused', reason: 'token_expired' }]);
  });

  it('by a token of another key', async () => {
    const { consultationId, clinicianLinkId: linkId } = await consultation();
    const forger = new RoomTokens('a key of their own, which is long enough', () => Date.now() + ahead);
    const { outcome, lines } = await attempt(forger.issue({ by: 'link', role: 'clinician', linkId, consultationId }));
    expect(outcome).toBe('token_invalid');
    expect(lines).toMatchObject([{ action: 'refused', reason: 'token_invalid' }]);
  });

  it('[TOKEN-2] by a token that was used', async () => {
    const { patientSecret, consultationId, patientLinkId } = await consultation();
    const { token } = await exchange(origin, patientSecret);
    await Visitor.connect(origin, token);
    const { outcome, lines } = await attempt(token);
    expect(outcome).toBe('token_used');
    expect(lines).toMatchObject([{ action: 'refused', reason: 'token_used', linkId: patientLinkId, consultationId }]);
  });

  it('by the link of another role or consultation', async () => {
    const here = await consultation();
    const there = await consultation();
    const { consultationId, patientLinkId: linkId } = here;
    for (const grant of [
      { by: 'link', role: 'clinician', linkId, consultationId } as const,
      { by: 'link', role: 'patient', linkId, consultationId: there.id } as const,
    ]) {
      const { outcome, lines } = await attempt(server.tokens.issue(grant));
      expect(outcome).toBe('token_invalid');
      expect(lines).toMatchObject([{ action: 'refused', linkId, consultationId: grant.consultationId }]);
    }
  });

  it('once the link is revoked or its consultation has ended', async () => {
    const { consultations } = server.app;
    const revoked = await consultation();
    const ended = await consultation();
    const tokens = [await exchange(origin, revoked.patientSecret), await exchange(origin, ended.patientSecret)];
    await consultations.revokeLink(server.practiceId, revoked.patientLinkId, system);
    await consultations.end(server.practiceId, ended.id, system);
    expect(await attempt(tokens[0]!.token)).toMatchObject({
      outcome: 'link_revoked',
      lines: [{ reason: 'link_revoked' }],
    });
    expect(await attempt(tokens[1]!.token)).toMatchObject({
      outcome: 'consultation_ended',
      lines: [{ reason: 'consultation_ended' }],
    });
  });

  it('by the device of somebody else', async () => {
    const { patient, clinicianId, id: consultationId } = await meet(server);
    const { resumeSecret } = await patient.welcome();
    const own = server.tokens.open((await resume(origin, resumeSecret!)).token).grant;
    const device = own.by === 'resume' ? own.device : '';
    const { outcome, lines } = await attempt(
      server.tokens.issue({ by: 'resume', visitId: clinicianId, consultationId, device }),
    );
    expect(outcome).toBe('resume_invalid');
    expect(lines).toMatchObject([{ action: 'refused', reason: 'resume_invalid', visitId: clinicianId }]);
  });

  it('[STAFF-4] [WATCH-2] [WATCH-4] by an account that is shut, of another practice, or nobody’s', async () => {
    const { consultationId } = await consultation();
    const { practiceId } = server;
    const elsewhere = await makePractice(server.database, 'Elm Tree Surgery', Date.now());
    const shut = await hire(server, ['clinician', 'admin']);
    const stranger = await hire(server, ['clinician', 'admin'], elsewhere);
    await server.app.identity.accounts.disable({ id: randomUUID(), practiceId }, shut.id);
    for (const staffId of [shut.id, stranger.id, randomUUID()]) {
      for (const grant of [
        { by: 'staff', staffId, consultationId } as const,
        { by: 'watch', staffId, practiceId } as const,
      ]) {
        const { outcome, lines } = await attempt(server.tokens.issue(grant));
        expect(outcome).toBe('not_signed_in');
        expect(lines).toMatchObject([{ action: 'refused', reason: 'not_signed_in' }]);
      }
    }
  });
});

const visitsIn = (consultationId: string) =>
  server.database.db.select().from(visits).where(eq(visits.consultationId, consultationId));
const connectedIn = async (consultationId: string) =>
  (await visitsIn(consultationId)).filter(({ state }) => isLive(state) && state.droppedAt === null);

/** Lets nobody else have the database, which is one connection, until `work` is done. */
const whileTheDatabaseWaits = (work: () => Promise<void>) => server.database.db.transaction(work);

describe('[REQ-2] a socket', () => {
  it('is closed when what it opens with is larger than anything anybody has to say', async () => {
    const raw = await RawSocket.open(origin);
    raw.send(`40{"token":"${'x'.repeat(1_000_000)}"}`);
    await raw.closed();
    expect(raw.received.filter((text) => text.startsWith('40'))).toEqual([]);
  });

  it('that brings two tokens leaves nobody there when it is closed', async () => {
    const rooms = [await consultation(), await consultation()];
    const raw = await RawSocket.open(origin);
    for (const { patientSecret } of rooms) {
      const { token } = await exchange(origin, patientSecret);
      raw.send(`40${JSON.stringify({ token })}`);
    }
    await raw.hears((text) => text.includes('visit:welcome'));
    raw.close();
    for (const { id } of rooms) await expect.poll(() => connectedIn(id)).toEqual([]);
  });

  it('[VISIT-2] that is closed within the handshake leaves nobody there', async () => {
    const { id, patientSecret } = await consultation();
    const { token } = await exchange(origin, patientSecret);
    const raw = await RawSocket.open(origin);
    await whileTheDatabaseWaits(async () => {
      raw.send(`40${JSON.stringify({ token })}`);
      raw.close();
      for (let ticks = 0; ticks < 100; ticks++) await tick();
    });
    await expect.poll(() => visitsIn(id)).toHaveLength(1);
    await expect.poll(() => connectedIn(id)).toEqual([]);
  });

  it.each([
    '/socket.io/?EIO=3&transport=websocket',
    '/socket.io/?EIO=4&transport=carrier-pigeon',
    '/socket.io/?transport=websocket',
    '/socket.io/',
  ])('is not opened at %s', async (path) => {
    const raw = await RawSocket.open(origin, {}, path);
    await raw.closed();
    expect(raw.received.filter((text) => text.startsWith('0'))).toEqual([]);
  });
});

describe('[STAFF-6] a page of another site', () => {
  it.each([
    [{ Origin: 'https://elsewhere.example' }],
    [{ Origin: 'null' }],
    [{ Origin: 'http://localhost:1' }],
    [{ Origin: 'garbage' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
  ])('opens no socket: %o', async (headers) => {
    const raw = await RawSocket.open(origin, headers);
    expect(raw.status).toBe('HTTP/1.1 400 Bad Request');
    await raw.closed();
    const polling = await fetch(`${origin}/socket.io/?EIO=4&transport=polling`, { headers });
    expect(polling.status).toBe(403);
  });

  it('is told from our own', async () => {
    const raw = await RawSocket.open(origin, { Origin: origin, 'Sec-Fetch-Site': 'same-origin' });
    expect(raw.status).toBe('HTTP/1.1 101 Switching Protocols');
    raw.close();
  });
});

it('[TOKEN-3] an address that tries too often is refused without more lines in the trail; who has a token still comes in', async () => {
  const { patientSecret } = await consultation();
  const { token } = await exchange(origin, patientSecret);
  const attempts = [];
  for (let tries = 0; tries < 40; tries++) attempts.push(await attempt('open sesame'));
  const last = attempts.at(-1)!;
  expect(last).toEqual({ outcome: 'too_many_requests', lines: [] });
  expect(attempts.flatMap(({ lines }) => lines).length).toBeLessThanOrEqual(30);
  expect((await attempt(token)).outcome).toBe('accepted');
});

it('[REQ-3] nothing of all this went wrong inside', () => {
  expect(server.logged).toEqual([]);
});
