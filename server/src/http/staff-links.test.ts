import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, trail } from '../db/schema.ts';
import { goodPassword, startHttpServer, type HttpServer } from '../testing/http-server.ts';
import { Person, type Answer } from '../testing/person.ts';

const hour = 3_600_000;

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
