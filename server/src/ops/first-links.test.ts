import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Clinics } from '../clinics/clinics.ts';
import { Consultations } from '../consultations/consultations.ts';
import { consultations as allConsultations, practices, staff } from '../db/schema.ts';
import { createIdentity } from '../identity/identity.ts';
import { openEmbedded } from '../testing/databases.ts';
import { Changes } from '../waiting-room/changes.ts';
import { Entry } from '../waiting-room/entry.ts';
import { makeFirstLinks } from './first-links.ts';
import type { StartParts } from './start-parts.ts';

const origin = 'https://practice.example';
const day = 24 * 3_600_000;
const jo = { name: 'Jo Okafor', email: 'jo@elm.example', password: 'a long enough password' };

let database: Awaited<ReturnType<typeof openEmbedded>>;
let parts: StartParts;
let entry: Entry;
let now = Date.UTC(2027, 0, 4, 9);

const secretOf = (page: string, link: string) => {
  expect(link).toMatch(new RegExp(`^${origin}${page}#[\\w-]{22}$`));
  return link.split('#')[1]!;
};

beforeAll(async () => {
  database = await openEmbedded();
  const { db } = database;
  const clock = () => now;
  const identity = createIdentity(db, clock);
  const changes = new Changes();
  const consultations = new Consultations(db, changes, clock);
  parts = {
    db,
    identity,
    consultations,
    clinics: new Clinics({ db, consultations, changes, now: clock }),
    origin: () => origin,
    now: clock,
  };
  entry = new Entry(db, clock);
});
afterAll(() => database.close());

beforeEach(async () => {
  // The trail refuses to be emptied; for a new beginning its guard is taken down.
  await database.client.exec(`
    alter table trail disable trigger trail_is_append_only;
    truncate practices cascade;
    alter table trail enable always trigger trail_is_append_only;
  `);
});

async function demoLinks() {
  const links = await makeFirstLinks(parts, true);
  if (links?.kind !== 'demo') throw new Error('not the links of the demo practice');
  return links;
}
async function setUpSecret(demoWanted = false) {
  const links = await makeFirstLinks(parts, demoWanted);
  if (links?.kind !== 'set_up') throw new Error('not a link for setting up');
  return secretOf('/staff/link', links.adminLink);
}

describe('[OPS-2] on an empty database', () => {
  it('a demo practice is made, with links for clinician, patient, waiting list, admin and waiting area that work at once', async () => {
    const links = await demoLinks();
    const clinician = await entry.byLink(secretOf('/c', links.clinicianLink));
    const patient = await entry.byLink(secretOf('/v', links.patientLink));
    expect([clinician.role, patient.role]).toEqual(['clinician', 'patient']);
    expect(clinician.grant.consultationId).toBe(patient.grant.consultationId);

    const { staffLinks, sessions } = parts.identity;
    const adminSecret = secretOf('/staff/link', links.adminLink);
    expect(await staffLinks.look(adminSecret)).toMatchObject({ purpose: 'sign_in', roles: ['admin'] });
    const member = await sessions.read(await sessions.open(await staffLinks.account(adminSecret)));
    expect(member).toMatchObject({ roles: ['admin', 'receptionist'], practiceName: 'Willowbrook Surgery (demo)' });

    const clinicianSecret = secretOf('/staff/link', links.waitingListLink);
    const asClinician = await sessions.read(await sessions.open(await staffLinks.account(clinicianSecret)));
    expect(asClinician).toMatchObject({ roles: ['clinician'], name: 'Dr Asha Patel' });

    const [practice] = await parts.db.select().from(practices);
    expect(practice).toMatchObject({ demo: true, phone: '020 7946 0018' });
    const [consultation] = await parts.db.select().from(allConsultations);
    const [clinic, ...others] = await parts.clinics.list(practice!.id);
    expect([clinic?.name, others]).toEqual(['Video clinic', []]);
    expect(consultation).toMatchObject({
      clinicId: clinic!.id,
      clinicianName: 'Dr Asha Patel',
      clinicianId: expect.any(String),
    });
    expect(links.clinicLink).toMatch(new RegExp(`^${origin}/w/[0-9a-z]{12}$`));
    const arrival = await parts.clinics.arrive(links.clinicLink.split('/').at(-1)!);
    expect(arrival).toMatchObject({ open: true });
  });

  it('the demo practice stays at later starts, and its links are fresh ones', async () => {
    const first = await demoLinks();
    now += 2 * day;
    await expect(entry.byLink(secretOf('/v', first.patientLink))).rejects.toMatchObject({ code: 'link_expired' });
    const adminSecret = secretOf('/staff/link', first.adminLink);
    await expect(parts.identity.staffLinks.account(adminSecret)).rejects.toMatchObject({ code: 'link_expired' });
    const second = await demoLinks();
    await entry.byLink(secretOf('/v', second.patientLink));
    expect(await parts.identity.staffLinks.account(secretOf('/staff/link', second.adminLink))).toEqual(
      expect.any(String),
    );
    expect(second.clinicLink).toBe(first.clinicLink);
    expect(await parts.db.$count(practices)).toBe(1);
    expect(await parts.db.$count(staff)).toBe(2);
  });

  it('there is another waiting area at the next start when the first was closed', async () => {
    const first = await demoLinks();
    const [practice] = await parts.db.select().from(practices);
    const [clinic] = await parts.clinics.list(practice!.id);
    await parts.clinics.close(practice!.id, clinic!.id, { kind: 'system' });
    expect((await demoLinks()).clinicLink).not.toBe(first.clinicLink);
  });

  it('without a demo there is a link for the first admin only, once', async () => {
    const secret = await setUpSecret();
    const { staffLinks } = parts.identity;
    expect(await staffLinks.look(secret)).toEqual({
      purpose: 'make_account',
      practiceName: 'New practice',
      roles: ['admin'],
      email: null,
    });
    expect(await parts.db.$count(staff)).toBe(0);
    expect(await parts.db.$count(allConsultations)).toBe(0);
    await staffLinks.makeAccount({ secret, ...jo });
    await expect(staffLinks.makeAccount({ secret, ...jo, email: 'kim@elm.example' })).rejects.toMatchObject({
      code: 'link_revoked',
    });
    expect(await makeFirstLinks(parts, false)).toBeNull();
    expect(await makeFirstLinks(parts, true)).toBeNull();
    const [practice] = await parts.db.select().from(practices);
    expect(practice).toMatchObject({ name: 'New practice', demo: false });
  });

  it('the link for the first admin is a fresh one at every start until it is used, and the earlier ones are dead', async () => {
    const first = await setUpSecret();
    const second = await setUpSecret();
    // With --no-demo left out: there is a practice already, which still has nobody.
    const third = await setUpSecret(true);
    for (const dead of [first, second]) {
      await expect(parts.identity.staffLinks.look(dead)).rejects.toMatchObject({ code: 'link_revoked' });
    }
    expect(await parts.db.$count(practices)).toBe(1);
    await parts.identity.staffLinks.makeAccount({ secret: third, ...jo });
  });

  it('after a demo a real practice begins beside it, and the demo’s links are no longer made', async () => {
    await demoLinks();
    const secret = await setUpSecret();
    const staffId = await parts.identity.staffLinks.makeAccount({ secret, ...jo });
    const [account] = await parts.db.select().from(staff).where(eq(staff.id, staffId));
    const [practice] = await parts.db.select().from(practices).where(eq(practices.id, account!.practiceId));
    expect(practice).toMatchObject({ demo: false });
    expect(await makeFirstLinks(parts, false)).toBeNull();
  });
});
