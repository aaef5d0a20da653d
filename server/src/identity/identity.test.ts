import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrail } from '../audit/read-trail.ts';
import type { Database } from '../db/client.ts';
import { consultations, practices, staff, staffSessions, trail, visits } from '../db/schema.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { createIdentity, type Identity } from './identity.ts';
import { newSecret } from './secrets.ts';

const hour = 3_600_000;
const system = { kind: 'system' } as const;
const password = 'a long enough password';

onEachDatabase((open) => {
  let database: Database;
  let identity: Identity;
  let practiceId: string;
  let now = Date.UTC(2027, 0, 4, 9);
  let emails = 0;
  const newEmail = () => `jo.okafor.${++emails}@elm.example`;

  beforeAll(async () => {
    database = await open();
    identity = createIdentity(database.db, () => now);
    const [practice] = await database.db
      .insert(practices)
      .values({ name: 'Elm Road', agreement: 'I agree.', createdAt: now })
      .returning();
    practiceId = practice!.id;
  });
  afterAll(() => database.close());

  const newLink = async () => {
    const link = { practiceId, roles: ['clinician' as const], purpose: 'make_account' as const };
    return (await identity.staffLinks.create({ ...link, validFor: hour, actor: system })).secret;
  };
  const makeAccount = (secret: string, email: string) =>
    identity.staffLinks.makeAccount({ secret, name: 'Jo Okafor', email, password });
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as { code?: string }).code,
    );

  describe('staff links', () => {
    it('[STAFF-3] make one account, of many requests at the same moment', async () => {
      const secret = await newLink();
      const wanted = Array.from({ length: 8 }, newEmail);
      const outcomes = await Promise.all(wanted.map((email) => outcome(makeAccount(secret, email))));
      expect(outcomes.filter((one) => one === 'done').length).toBe(1);
      expect(outcomes.filter((one) => one === 'link_revoked').length).toBe(7);
      const made = await database.db.select().from(staff).where(eq(staff.practiceId, practiceId));
      expect(made.filter(({ email }) => wanted.includes(email)).length).toBe(1);
    });

    it('[STAFF-3] make one account of an e-mail address, of many links at the same moment', async () => {
      const email = newEmail();
      const secrets = await Promise.all(Array.from({ length: 5 }, newLink));
      const outcomes = await Promise.all(secrets.map((secret) => outcome(makeAccount(secret, email))));
      expect(outcomes.filter((one) => one === 'done').length).toBe(1);
      expect(outcomes.filter((one) => one === 'email_taken').length).toBe(4);
      // Who came too late still has a good link.
      const looks = await Promise.all(secrets.map((secret) => outcome(identity.staffLinks.look(secret))));
      expect(looks.filter((one) => one === 'done').length).toBe(4);
    });
  });

  describe('sessions', () => {
    it('[STAFF-1] say who is signed in until they are closed or run out, and are then forgotten', async () => {
      const { sessions } = identity;
      const email = newEmail();
      const id = await makeAccount(await newLink(), email);
      const [first, second] = [await sessions.open(id), await sessions.open(id)];
      const member = { id, practiceId, practiceName: 'Elm Road', name: 'Jo Okafor', email, roles: ['clinician'] };
      expect(await sessions.read(first)).toEqual(member);
      await sessions.close(first);
      expect(await sessions.read(first)).toBeNull();
      expect(await sessions.read(second)).toEqual(member);
      expect(await sessions.read(newSecret(32))).toBeNull();
      now += 12 * hour;
      expect(await sessions.read(second)).toBeNull();
      const third = await sessions.open(id);
      const kept = await database.db.select().from(staffSessions).where(eq(staffSessions.staffId, id));
      expect(kept.length).toBe(1);
      expect(await sessions.read(third)).toEqual(member);
    });

    it('[STAFF-4] are gone when the account is disabled, and it opens no more', async () => {
      const { accounts, sessions } = identity;
      const admin = { id: await makeAccount(await newLink(), newEmail()), practiceId };
      const id = await makeAccount(await newLink(), newEmail());
      const secret = await sessions.open(id);
      await accounts.disable(admin, id);
      await accounts.disable(admin, id);
      expect(await sessions.read(secret)).toBeNull();
      expect(await outcome(sessions.open(id))).toBe('sign_in_failed');
      const ofAccount = await database.db.select().from(staffSessions).where(eq(staffSessions.staffId, id));
      expect(ofAccount).toEqual([]);
      const lines = await database.db
        .select()
        .from(trail)
        .where(and(eq(trail.action, 'account_disabled'), eq(trail.actorId, admin.id)));
      expect(lines.length).toBe(1);
    });

    it('[STAFF-4] count for nothing once the account is disabled, also one that was opened at that moment', async () => {
      const id = await makeAccount(await newLink(), newEmail());
      const secret = await identity.sessions.open(id);
      await database.db.update(staff).set({ disabledAt: now }).where(eq(staff.id, id));
      expect(await identity.sessions.read(secret)).toBeNull();
    });
  });

  it('[TRAIL-3] what the trail refuses does not happen', async () => {
    const nobody = { kind: 'staff', id: 'no uuid' } as const;
    expect(await outcome(identity.apiKeys.create(practiceId, 'Appointment book', nobody))).not.toBe('done');
    expect(await identity.apiKeys.list(practiceId)).toEqual([]);
  });

  it('[TRAIL-1] the trail says by name who did what', async () => {
    const { db } = database;
    const at = now;
    const [consultation] = await db
      .insert(consultations)
      .values({ practiceId, createdAt: at, validUntil: at + hour })
      .returning();
    const consultationId = consultation!.id;
    const state = {
      phase: 'waiting',
      arrivedAt: at,
      placeSince: at,
      droppedAt: null,
      name: 'Sam Reed',
      waitingSince: at,
    } as const;
    const [visit] = await db
      .insert(visits)
      .values({ consultationId, role: 'patient', state, arrivedAt: at })
      .returning();
    const id = await makeAccount(await newLink(), newEmail());
    const key = await identity.apiKeys.create(practiceId, 'Appointment book', system);
    const line = { at, practiceId, consultationId, action: 'refused' };
    await db.insert(trail).values([
      { ...line, actorKind: 'visit', actorId: visit!.id, visitId: visit!.id },
      { ...line, actorKind: 'staff', actorId: id },
      { ...line, actorKind: 'api_key', actorId: key.id },
      { ...line, actorKind: 'system' },
      { ...line, actorKind: 'stranger', reason: 'link_expired' },
    ]);
    const entries = await readTrail(db, practiceId, { consultationId });
    expect(entries.map(({ actor, visitName, reason }) => ({ ...actor, visitName, reason }))).toEqual([
      { kind: 'stranger', name: null, visitName: null, reason: 'link_expired' },
      { kind: 'system', name: null, visitName: null, reason: null },
      { kind: 'api_key', name: 'Appointment book', visitName: null, reason: null },
      { kind: 'staff', name: 'Jo Okafor', visitName: null, reason: null },
      { kind: 'visit', name: 'Sam Reed', visitName: 'Sam Reed', reason: null },
    ]);
  });
});
