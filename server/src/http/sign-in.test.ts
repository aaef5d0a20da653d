import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trail } from '../db/schema.ts';
import { contentOf } from '../testing/databases.ts';
import { goodPassword, startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person, type Answer } from '../testing/person.ts';

const hour = 3_600_000;
const wrongPassword = 'not the password';

let server: HttpServer;
let practiceId: string;
let addresses = 0;

/** Somebody nobody has heard of, at an address of their own. */
const stranger = (cookie?: string) =>
  new Person(server.url, { address: `198.51.100.${++addresses}`, ...(cookie !== undefined && { cookie }) });
const cookieOf = (answer: Answer) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const actionsIn = async (practice: string) =>
  (await server.db.select().from(trail).where(eq(trail.practiceId, practice)).orderBy(trail.number)).map(
    ({ action, reason, actorKind }) => ({ action, reason, actorKind }),
  );

beforeAll(async () => {
  server = await startHttpServer();
  practiceId = await server.makePractice('Willowbrook Surgery');
});
afterAll(() => server.close());

describe('[STAFF-1] signing in', () => {
  it('gives a session as a cookie that pages cannot read and other sites cannot use', async () => {
    const { email, id, name } = await server.hire(practiceId, ['clinician']);
    const answer = await stranger().ask('session.open', { email: email.toUpperCase(), password: goodPassword });
    const practice = { id: practiceId, name: 'Willowbrook Surgery' };
    expect(answer).toMatchObject({ status: 200, body: { id, name, email, roles: ['clinician'], practice } });
    const [cookie, ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+ GMT; HttpOnly; SameSite=Strict$/);
    expect(await stranger(cookieOf(answer)).ask('session.read', {})).toMatchObject({ status: 200, body: { id } });
  });

  it('ties the cookie to the host and to https where the public address is https', async () => {
    const { email } = await server.hire(practiceId, ['clinician']);
    const { origin } = server.settings;
    server.settings.origin = 'https://practice.example';
    try {
      const answer = await stranger().ask('session.open', { email, password: goodPassword });
      expect(answer.headers.getSetCookie()[0]).toMatch(
        /^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+ GMT; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(await stranger(cookieOf(answer)).ask('session.read', {})).toMatchObject({ status: 200 });
      const underTheOtherName = cookieOf(answer).replace('__Host-', '');
      expect(await stranger(underTheOtherName).ask('session.read', {})).toMatchObject({ code: 'not_signed_in' });
    } finally {
      server.settings.origin = origin;
    }
  });

  it('ends at sign-out, at the server as well', async () => {
    const person = await server.hire(practiceId, ['admin']);
    const answer = await person.ask('session.close', {});
    expect(answer.headers.getSetCookie()[0]).toMatch(/^session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await person.ask('session.read', {})).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  it('ends after 12 hours, whatever was done', async () => {
    const person = await server.hire(practiceId, ['admin']);
    const began = server.clock.now;
    try {
      for (let used = began; used < began + 12 * hour; used += hour / 2) {
        server.clock.now = used;
        expect(await person.ask('session.read', {})).toMatchObject({ status: 200 });
      }
      server.clock.now = began + 12 * hour - 1;
      expect(await person.ask('session.read', {})).toMatchObject({ status: 200 });
      server.clock.now = began + 12 * hour;
      expect(await person.ask('session.read', {})).toMatchObject({ code: 'not_signed_in' });
    } finally {
      server.clock.now = began;
    }
  });

  it('takes the place of the session that the browser had before', async () => {
    const before = await server.hire(practiceId, ['clinician']);
    const { email } = await server.hire(practiceId, ['receptionist']);
    await before.ask('session.open', { email, password: goodPassword });
    expect(await before.ask('session.read', {})).toMatchObject({ code: 'not_signed_in' });
  });

  it('keeps only hashes of passwords and sessions', async () => {
    const { session } = await server.hire(practiceId, ['clinician']);
    const all = JSON.stringify(await contentOf(server.db));
    expect(all).not.toContain(goodPassword);
    expect(all).not.toContain(session);
    expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('is in the trail, coming and going', async () => {
    const practice = await server.makePractice('Elm Road');
    const { email, id } = await server.hire(practice, ['clinician']);
    const cookie = cookieOf(await stranger().ask('session.open', { email, password: goodPassword }));
    await stranger(cookie).ask('session.close', {});
    await stranger().ask('session.open', { email, password: wrongPassword });
    expect((await actionsIn(practice)).slice(-3)).toEqual([
      { action: 'signed_in', reason: null, actorKind: 'staff' },
      { action: 'signed_out', reason: null, actorKind: 'staff' },
      { action: 'sign_in_refused', reason: 'wrong_password', actorKind: 'stranger' },
    ]);
    const own = await server.db
      .select()
      .from(trail)
      .where(and(eq(trail.actorId, id), eq(trail.action, 'signed_in')));
    expect(own.length).toBe(2);
  });
});

describe('[STAFF-2] failed sign-ins', () => {
  it('say the same of a wrong address, a wrong password and a shut account', async () => {
    const admin = await server.hire(practiceId, ['admin']);
    const shut = await server.hire(practiceId, ['clinician']);
    await admin.ask('staff.disable', { id: shut.id });
    const attempts = [
      { email: 'nobody@willowbrook.example', password: goodPassword, reason: 'no_such_account' },
      { email: admin.email, password: wrongPassword, reason: 'wrong_password' },
      { email: shut.email, password: goodPassword, reason: 'account_disabled' },
    ];
    for (const { email, password, reason } of attempts) {
      const { status, text, headers } = await stranger().ask('session.open', { email, password });
      expect({ status, text }).toEqual({
        status: 401,
        text: '{"type":"about:blank","title":"Unauthorized","status":401,"code":"sign_in_failed"}',
      });
      expect(headers.getSetCookie()).toEqual([]);
      // Only the trail knows.
      const [line] = await server.db.select().from(trail).orderBy(desc(trail.number)).limit(1);
      expect(line).toMatchObject({ action: 'sign_in_refused', reason });
    }
  });

  it('are limited to 10 for one account from one address, and a success wipes them out', async () => {
    const { email } = await server.hire(practiceId, ['clinician']);
    const guesser = stranger();
    const guess = (password: string) => guesser.ask('session.open', { email, password });
    for (let i = 0; i < 9; i++) expect(await guess(wrongPassword)).toMatchObject({ code: 'sign_in_failed' });
    expect(await guess(goodPassword)).toMatchObject({ status: 200 });
    for (let i = 0; i < 10; i++) expect(await guess(wrongPassword)).toMatchObject({ code: 'sign_in_failed' });
    const refused = await guess(goodPassword);
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(14 * 60);
    expect(wait).toBeLessThanOrEqual(15 * 60);
    expect(refused.body).toMatchObject({ retryAfter: wait });
    // Nobody can lock somebody else out from afar.
    expect(await stranger().ask('session.open', { email, password: goodPassword })).toMatchObject({ status: 200 });
  });

  it('are limited as well when they are all sent at once', async () => {
    const { email } = await server.hire(practiceId, ['clinician']);
    const guesser = stranger();
    const guesses = Array.from({ length: 30 }, () => guesser.ask('session.open', { email, password: wrongPassword }));
    const codes = (await Promise.all(guesses)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'sign_in_failed').length).toBe(10);
    expect(codes.filter((code) => code === 'too_many_requests').length).toBe(20);
  });

  it('are limited to 50 from one address, whatever the accounts', async () => {
    const { email } = await server.hire(practiceId, ['clinician']);
    const guesser = stranger();
    for (let i = 0; i < 50; i++) {
      const answer = await guesser.ask('session.open', { email: `nurse${i}@elm.example`, password: wrongPassword });
      expect(answer).toMatchObject({ code: 'sign_in_failed' });
    }
    expect(await guesser.ask('session.open', { email, password: goodPassword })).toMatchObject({ status: 429 });
    expect(await stranger().ask('session.open', { email, password: goodPassword })).toMatchObject({ status: 200 });
  });
});
