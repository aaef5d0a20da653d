import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffSessions, trail } from '../db/schema.ts';
import { newSecret } from '../identity/secrets.ts';
import { goodPassword, startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person, type Answer } from '../testing/person.ts';

const minute = 60_000;
const hour = 60 * minute;

let server: HttpServer;
let practiceId: string;
let addresses = 0;

beforeAll(async () => {
  server = await startHttpServer();
  practiceId = await server.makePractice('Willowbrook Surgery');
});
afterAll(() => server.close());

const browser = (session?: string) =>
  new Person(server.url, {
    address: `198.51.100.${++addresses}`,
    ...(session !== undefined && { cookie: `session=${session}` }),
  });
const sessionOf = (answer: Answer) => /^session=([\w-]+);/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
const isSignedIn = async (session: string) => (await browser(session).ask('session.read', {})).status === 200;
const staffLinks = () => server.identity.staffLinks;
const system = { kind: 'system' } as const;

/** All ways in, each with what it takes once. */
const waysIn = {
  'session.open': async () => ({
    email: (await server.hire(practiceId, ['clinician'])).email,
    password: goodPassword,
  }),
  'staff-links.make-account': async () => {
    const wanted = { practiceId, roles: ['clinician' as const], purpose: 'make_account' as const, validFor: hour };
    const { secret } = await staffLinks().create({ ...wanted, actor: system });
    return { secret, name: 'Jo Okafor', email: `${newSecret()}@willowbrook.example`, password: goodPassword };
  },
  'staff-links.sign-in': async () => {
    const { id: staffId } = await server.hire(practiceId, ['clinician']);
    const wanted = { practiceId, roles: ['clinician' as const], purpose: 'sign_in' as const, validFor: hour, staffId };
    return { secret: (await staffLinks().create({ ...wanted, actor: system })).secret };
  },
};

describe('[SEC-2] signing in begins a session that nobody knew before', () => {
  it.each(Object.entries(waysIn))('by %s, whatever session was planted in the browser', async (name, good) => {
    const attacker = await server.hire(practiceId, ['receptionist']);
    for (const planted of [attacker.session, newSecret(32), 'chosen-by-somebody-else']) {
      const victim = browser(planted);
      const answer = await victim.sendAny(name as keyof typeof waysIn, await good());
      expect(answer.status).toBe(200);
      const session = sessionOf(answer);
      expect(session).toMatch(/^[\w-]{43}$/);
      expect(session).not.toBe(planted);
      expect(await isSignedIn(session)).toBe(true);
      expect(await isSignedIn(planted)).toBe(false);
    }
  });

  it('and a failed one changes nothing about the session there is', async () => {
    const { email, session } = await server.hire(practiceId, ['clinician']);
    const answer = await browser(session).ask('session.open', { email, password: 'not the password' });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await isSignedIn(session)).toBe(true);
  });
});

describe('[SEC-3] a session', () => {
  const later = async (ms: number, work: () => Promise<void>) => {
    server.clock.now += ms;
    await work().finally(() => (server.clock.now -= ms));
  };

  it('ends an hour after it was last heard of, and goes on as long as it is', async () => {
    const { session } = await server.hire(practiceId, ['receptionist']);
    await later(hour - 1, async () => expect(await isSignedIn(session)).toBe(true));
    await later(2 * hour - 2, async () => expect(await isSignedIn(session)).toBe(true));
    await later(3 * hour - 2, async () => expect(await isSignedIn(session)).toBe(false));
  });

  it('that has ended is not woken by being asked for', async () => {
    const { session } = await server.hire(practiceId, ['receptionist']);
    await later(hour, async () => expect(await isSignedIn(session)).toBe(false));
    await later(hour + 1, async () => expect(await isSignedIn(session)).toBe(false));
  });

  it('is not written at every request', async () => {
    const { session, id } = await server.hire(practiceId, ['receptionist']);
    const until = async () =>
      (await server.db.select().from(staffSessions).where(eq(staffSessions.staffId, id)))[0]!.validUntil;
    const first = await until();
    await later(minute - 1, async () => expect(await isSignedIn(session)).toBe(true));
    expect(await until()).toBe(first);
    await later(minute, async () => expect(await isSignedIn(session)).toBe(true));
    expect(await until()).toBe(first + minute);
  });
});

describe('[SEC-3] signing in again', () => {
  it('can end all other sessions of the account and its connections, and nobody else’s', async () => {
    const person = await server.hire(practiceId, ['clinician']);
    const colleague = await server.hire(practiceId, ['clinician']);
    const { email } = person;
    const elsewhere = sessionOf(await browser().ask('session.open', { email, password: goodPassword }));
    server.disconnected.length = 0;
    const plain = sessionOf(await browser().ask('session.open', { email, password: goodPassword }));
    for (const session of [person.session, elsewhere, plain]) expect(await isSignedIn(session)).toBe(true);
    expect(server.disconnected).toEqual([]);

    const alone = await browser().ask('session.open', { email, password: goodPassword, endOthers: true });
    expect(await isSignedIn(sessionOf(alone))).toBe(true);
    for (const session of [person.session, elsewhere, plain]) expect(await isSignedIn(session)).toBe(false);
    expect(await isSignedIn(colleague.session)).toBe(true);
    expect(server.disconnected).toEqual([person.id]);
    const lines = await server.db.select().from(trail).where(eq(trail.actorId, person.id)).orderBy(trail.number);
    expect(lines.at(-1)).toMatchObject({ action: 'signed_out', reason: 'elsewhere', practiceId });
  });

  it('ends nothing with a wrong password', async () => {
    const { email, session } = await server.hire(practiceId, ['clinician']);
    await browser().ask('session.open', { email, password: 'not the password', endOthers: true });
    expect(await isSignedIn(session)).toBe(true);
  });
});

describe('[SEC-4] a new account', () => {
  it.each(['password1234', 'Willowbrook1!', 'okafor123456', 'short'])(
    'is not made with a password that is easy to guess, and the link is still good: %s',
    async (password) => {
      const good = { ...(await waysIn['staff-links.make-account']()), email: `jo.${newSecret()}@willowbrook.example` };
      const refused = await browser().ask('staff-links.make-account', { ...good, password });
      expect(refused).toMatchObject({ status: 400, code: 'bad_request', body: { fields: ['password'] } });
      expect(await browser().ask('staff-links.make-account', good)).toMatchObject({ status: 200 });
    },
  );
});
