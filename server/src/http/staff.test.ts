import { routes } from '@front-door/shared/protocol/routes.ts';
import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, trail } from '../db/schema.ts';
import { everythingIn, goodRequests, mayCall, requestNames } from '../testing/good-requests.ts';
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
const secretOf = (url: string) => url.split('#')[1] ?? '';

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
    const all = JSON.stringify(await everythingIn(server));
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

describe('[STAFF-3] one-time links for colleagues', () => {
  const jo = { name: 'Jo Okafor', password: goodPassword };
  let emails = 0;
  const newEmail = () => `jo.okafor.${++emails}@willowbrook.example`;

  it('make an account with the roles that the admin chose, and sign in', async () => {
    const practice = await server.makePractice('Elm Road');
    const admin = await server.hire(practice, ['admin']);
    const email = newEmail();
    const { body: link } = await admin.ask('staff-links.create', { roles: ['clinician', 'receptionist'], email });
    expect(link.url).toMatch(new RegExp(`^${server.url}/staff/link#[\\w-]{22}$`));
    expect(link.validUntil).toBe(server.clock.now + 7 * 24 * hour);
    const secret = secretOf(link.url);
    expect((await stranger().ask('staff-links.look', { secret })).body).toEqual({
      purpose: 'make_account',
      practiceName: 'Elm Road',
      roles: ['clinician', 'receptionist'],
      email,
    });
    const made = await stranger().ask('staff-links.make-account', { secret, email, ...jo });
    const account = { name: 'Jo Okafor', email, roles: ['clinician', 'receptionist'] };
    expect(made).toMatchObject({ status: 200, body: { ...account, practice: { id: practice } } });
    expect(await stranger(cookieOf(made)).ask('session.read', {})).toMatchObject({ body: account });
    expect(await stranger().ask('session.open', { email, password: goodPassword })).toMatchObject({ body: account });
    expect((await admin.ask('staff.list', {})).body.staff).toContainEqual(expect.objectContaining(account));
    expect(await actionsIn(practice)).toEqual(
      expect.arrayContaining([
        { action: 'staff_link_made', reason: 'make_account: clinician, receptionist', actorKind: 'staff' },
        { action: 'account_made', reason: 'clinician, receptionist', actorKind: 'staff' },
        { action: 'signed_in', reason: 'new account', actorKind: 'staff' },
      ]),
    );
  });

  const newLink = async () => {
    const admin = await server.hire(practiceId, ['admin']);
    return secretOf((await admin.ask('staff-links.create', { roles: ['clinician'] })).body.url);
  };

  it('work once, also when two use them at the same moment', async () => {
    const secret = await newLink();
    const answers = await Promise.all(
      [newEmail(), newEmail(), newEmail()].map((email) =>
        stranger().ask('staff-links.make-account', { secret, email, ...jo }),
      ),
    );
    expect(answers.map(({ code }) => code ?? 'made').sort()).toEqual(['link_revoked', 'link_revoked', 'made']);
    expect(await stranger().ask('staff-links.look', { secret })).toMatchObject({ status: 410, code: 'link_revoked' });
    const again = await stranger().ask('staff-links.make-account', { secret, email: newEmail(), ...jo });
    expect(again).toMatchObject({ status: 410, code: 'link_revoked' });
  });

  it('live for 7 days', async () => {
    const secret = await newLink();
    const made = server.clock.now;
    try {
      server.clock.now = made + 7 * 24 * hour - 1;
      expect(await stranger().ask('staff-links.look', { secret })).toMatchObject({ status: 200 });
      server.clock.now = made + 7 * 24 * hour;
      expect(await stranger().ask('staff-links.look', { secret })).toMatchObject({ status: 410, code: 'link_expired' });
      const late = await stranger().ask('staff-links.make-account', { secret, email: newEmail(), ...jo });
      expect(late).toMatchObject({ status: 410, code: 'link_expired' });
    } finally {
      server.clock.now = made;
    }
  });

  it('are still good when the e-mail address was taken', async () => {
    const secret = await newLink();
    const { email } = await server.hire(await server.makePractice('Elm Road'), ['admin']);
    const taken = await stranger().ask('staff-links.make-account', { secret, ...jo, email });
    expect(taken).toMatchObject({ status: 409, code: 'email_taken' });
    const other = await stranger().ask('staff-links.make-account', { secret, ...jo, email: newEmail() });
    expect(other).toMatchObject({ status: 200 });
  });

  it('are refused when made up, and for another purpose than their own', async () => {
    const secret = await newLink();
    expect(await stranger().ask('staff-links.sign-in', { secret })).toMatchObject({ code: 'link_unknown' });
    const madeUp = await stranger().ask('staff-links.look', { secret: 'A'.repeat(22) });
    expect(madeUp).toMatchObject({ status: 404, code: 'link_unknown' });
    const [line] = (await server.db.select().from(trail).orderBy(trail.number)).slice(-1);
    expect(line).toMatchObject({ action: 'staff_link_refused', reason: 'link_unknown', actorKind: 'stranger' });
  });

  it('for signing in work until they run out or the account is shut', async () => {
    const { id: staffId } = await server.hire(practiceId, ['admin']);
    const { secret } = await server.identity.staffLinks.create({
      practiceId,
      roles: ['admin'],
      purpose: 'sign_in',
      staffId,
      validFor: hour,
      actor: { kind: 'system' },
    });
    for (let i = 0; i < 2; i++) {
      const answer = await stranger().ask('staff-links.sign-in', { secret });
      expect(answer).toMatchObject({ status: 200, body: { id: staffId } });
      expect(await stranger(cookieOf(answer)).ask('session.read', {})).toMatchObject({ body: { id: staffId } });
    }
    const asAccount = await stranger().ask('staff-links.make-account', { secret, email: newEmail(), ...jo });
    expect(asAccount).toMatchObject({ code: 'link_unknown' });
    const admin = await server.hire(practiceId, ['admin']);
    await admin.ask('staff.disable', { id: staffId });
    expect(await stranger().ask('staff-links.sign-in', { secret })).toMatchObject({ code: 'link_revoked' });
  });
});

describe('[STAFF-4] a disabled account', () => {
  it('loses its sessions and connections at once, and cannot sign in again', async () => {
    const practice = await server.makePractice('Elm Road');
    const admin = await server.hire(practice, ['admin']);
    const leaver = await server.hire(practice, ['clinician']);
    const elsewhere = cookieOf(await stranger().ask('session.open', { email: leaver.email, password: goodPassword }));
    expect(await admin.ask('staff.disable', { id: leaver.id.toUpperCase() })).toMatchObject({ status: 200 });
    expect(await leaver.ask('session.read', {})).toMatchObject({ code: 'not_signed_in' });
    expect(await stranger(elsewhere).ask('session.read', {})).toMatchObject({ code: 'not_signed_in' });
    expect(server.disconnected.at(-1)).toBe(leaver.id);
    expect(await actionsIn(practice)).toContainEqual({
      action: 'account_disabled',
      reason: `account ${leaver.id}`,
      actorKind: 'staff',
    });
    // Not by being enabled again either: the sessions are gone.
    await server.db.update(staff).set({ disabledAt: null }).where(eq(staff.id, leaver.id));
    expect(await leaver.ask('session.read', {})).toMatchObject({ code: 'not_signed_in' });
  });

  it('is not one’s own', async () => {
    const admin = await server.hire(practiceId, ['admin']);
    for (const id of [admin.id, admin.id.toUpperCase()]) {
      expect(await admin.ask('staff.disable', { id })).toMatchObject({ status: 409, code: 'own_account' });
    }
    expect(await admin.ask('session.read', {})).toMatchObject({ status: 200 });
  });
});

describe('[STAFF-6] what changes something is refused when another site’s page sends it', () => {
  const changing = requestNames.filter((name) => !routes[name].startsWith('GET '));
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ];

  it.each(changing)('%s', async (name) => {
    const role = (['admin', 'clinician'] as const).find((one) => mayCall(name).includes(one)) ?? 'admin';
    const person = await server.hire(practiceId, [role]);
    const data = await goodRequests(server, practiceId)[name]();
    const before = await everythingIn(server);
    for (const headers of foreign) {
      expect(await person.sendAny(name, data, headers)).toMatchObject({ status: 403, code: 'forbidden' });
    }
    expect(await everythingIn(server)).toEqual(before);
    expect(await person.sendAny(name, data, { origin: server.url })).toMatchObject({ status: 200 });
  });

  it('and answered when our own page or no page at all sends it', async () => {
    const person = await server.hire(practiceId, ['admin']);
    const { origin } = server.settings;
    server.settings.origin = 'http://practice.example';
    try {
      for (const headers of [
        {},
        { origin: 'http://practice.example', 'sec-fetch-site': 'same-origin' },
        // By the address the request really went to, when it is not the public one.
        { origin: server.url },
        { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ]) {
        expect(await person.ask('watch.enter', {}, headers)).toMatchObject({ status: 200 });
      }
    } finally {
      server.settings.origin = origin;
    }
  });

  it('while a practice system with a key may come from anywhere', async () => {
    const { key } = await server.identity.apiKeys.create(practiceId, 'Appointment book', { kind: 'system' });
    const system = new Person(server.url, { key });
    const headers = { origin: 'https://records.example', 'sec-fetch-site': 'cross-site' };
    expect(await system.ask('consultations.create', {}, headers)).toMatchObject({ status: 200 });
  });

  it('and a session counts for nothing beside a key', async () => {
    const admin = await server.hire(practiceId, ['admin']);
    const both = { authorization: `Bearer fd_${'x'.repeat(43)}`, origin: 'https://evil.example' };
    expect(await admin.ask('consultations.create', {}, both)).toMatchObject({ status: 401, code: 'not_signed_in' });
  });
});
