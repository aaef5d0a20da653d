import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consultations, links } from '../db/schema.ts';
import { contentOf, onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, outcome, system } from '../testing/front-door.ts';
import { NotifyService } from '../testing/notify-service.ts';
import { linkIn, Post, viaNotify } from '../testing/post.ts';

const minute = 60_000;
const hour = 60 * minute;
const busy = { status: 429, error: 'RateLimitError', message: 'Exceeded rate limit' };
const noNumber = { status: 400, error: 'ValidationError', message: 'phone_number Not enough digits' };

onEachDatabase((open) => {
  let door: FrontDoor;
  let service: NotifyService;
  let post: Post;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
    service = await NotifyService.start(() => door.clock.now);
  });
  beforeEach(async () => {
    post = await Post.afresh(door, service);
  });
  afterAll(async () => {
    await door.close();
    await service.close();
  });

  const sentTo = (number: string) => service.accepted.filter(({ to }) => to === number);

  describe('[INVITE-3] the link inside', () => {
    it('opens the patient’s side, and is nowhere in the database but as its hash', async () => {
      const { id: consultationId } = await post.consultation();
      const { id, to } = await post.invite(consultationId);
      await post.work();
      const secret = linkIn(sentTo(to)[0]!.message);
      expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
      expect(await door.entry.byLink(secret)).toMatchObject({ role: 'patient', grant: { consultationId } });
      expect((await post.linkOf(secret))!.id).toBe((await post.row(id)).linkId);
      expect(JSON.stringify(await contentOf(door.db))).not.toContain(secret);
    });

    it('opens when the patient’s other links do', async () => {
      const { id: consultationId, validFrom, validUntil } = await post.consultation(24 * hour);
      const { to } = await post.invite(consultationId);
      await post.work();
      const secret = linkIn(sentTo(to)[0]!.message);
      expect(await post.linkOf(secret)).toMatchObject({ validFrom, validUntil, revokedAt: null });
      expect(await outcome(door.entry.byLink(secret))).toBe('link_not_yet_valid');
    });

    it('is another in every invitation', async () => {
      const { id: consultationId } = await post.consultation();
      for (let i = 0; i < 3; i++) await post.invite(consultationId);
      await post.work();
      expect(new Set(service.accepted.map(({ message }) => linkIn(message))).size).toBe(3);
    });

    it('is the same at every attempt, with the same text', async () => {
      const { id: consultationId } = await post.consultation(5 * hour);
      service.mishaps.push('taken, cut off');
      const { id, to } = await post.invite(consultationId);
      await post.work();
      const [first] = sentTo(to);
      // As if that service had lost it.
      service.accepted.splice(0);
      await post.workWhenDue(id);
      expect(sentTo(to)[0]).toEqual({ ...first, id: expect.any(String) });
    });

    it('is a new one when the server’s key is another, and the old one, which nobody has, is dead', async () => {
      const { id: consultationId } = await post.consultation();
      service.mishaps.push(busy);
      const { id, to } = await post.invite(consultationId);
      await post.work();
      const { linkId: oldId } = await post.row(id);
      post = new Post(door, viaNotify(service), 'another key of the server, kept safe');
      await post.workWhenDue(id);
      expect(await door.entry.byLink(linkIn(sentTo(to)[0]!.message))).toMatchObject({ role: 'patient' });
      const [old] = await door.db.select().from(links).where(eq(links.id, oldId!));
      expect(old!.revokedAt).toBe(door.clock.now);
    });

    it('goes on opening when the key changes after it was sent and before the reminder', async () => {
      const { id: consultationId } = await post.consultation(5 * hour);
      const { to } = await post.invite(consultationId);
      await post.work();
      const [, reminder] = await post.rows(consultationId);
      post = new Post(door, viaNotify(service), 'another key of the server, kept safe');
      await post.workWhenDue(reminder!.id);
      const secrets = sentTo(to).map(({ message }) => linkIn(message));
      expect(new Set(secrets).size).toBe(2);
      for (const secret of secrets) expect(await outcome(door.entry.byLink(secret))).toBe('accepted');
    });

    it('is not sent once it is cancelled', async () => {
      const { id: consultationId } = await post.consultation();
      const { id } = await post.invite(consultationId);
      await door.consultations.revokeLink(door.practiceId, (await post.row(id)).linkId!, system);
      await post.work();
      expect(service.requests).toEqual([]);
      expect(await post.row(id)).toMatchObject({ state: 'cancelled', settledAt: door.clock.now });
    });
  });

  describe('[INVITE-5] a reminder', () => {
    it('goes to the same person by the same link, an hour before the appointment', async () => {
      const { id: consultationId } = await post.consultation(3 * hour);
      const { to } = await post.invite(consultationId);
      await post.work();
      door.clock.now += 2 * hour - 1;
      await post.work();
      expect(sentTo(to)).toHaveLength(1);
      door.clock.now += 1;
      await post.work();
      const [invitation, reminder] = sentTo(to);
      expect(reminder!.message).toContain('reminder');
      expect(linkIn(reminder!.message)).toBe(linkIn(invitation!.message));
      const lines = (await door.trailOf(consultationId)).filter(({ action }) => action === 'reminded');
      expect(lines).toMatchObject([{ actorKind: 'system', linkId: (await post.rows(consultationId))[1]!.linkId }]);
    });

    it.each([
      ['without an appointment', undefined],
      ['later than an hour before', hour],
    ])('is not made %s', async (_when, appointmentIn) => {
      const { id: consultationId } = await post.consultation(appointmentIn);
      await post.invite(consultationId);
      expect((await post.rows(consultationId)).map(({ kind }) => kind)).toEqual(['invitation']);
    });

    it('is one for each person, however often they were invited', async () => {
      const { id: consultationId } = await post.consultation(3 * hour);
      const { to } = await post.invite(consultationId);
      await post.work();
      await post.invite(consultationId, to);
      await post.invite(consultationId);
      const reminders = (await post.rows(consultationId)).filter(({ kind }) => kind === 'reminder');
      expect(reminders).toHaveLength(2);
      expect(new Set(reminders.map(({ recipient }) => recipient)).size).toBe(2);
    });

    it.each([
      ['when the consultation is ended', (id: string) => door.consultations.end(door.practiceId, id, system)],
      [
        'when the patient is there already',
        async (_id: string, secret: string) => {
          door.clock.now += hour;
          await door.arrive(secret);
        },
      ],
      [
        'when the appointment is taken back',
        (id: string) => door.db.update(consultations).set({ expectedAt: null }).where(eq(consultations.id, id)),
      ],
    ])('is not sent %s', async (_when, happen) => {
      const { id: consultationId, patientSecret } = await post.consultation(2 * hour);
      const { to } = await post.invite(consultationId);
      await post.work();
      await happen(consultationId, patientSecret);
      const [, reminder] = await post.rows(consultationId);
      door.clock.now = Math.max(door.clock.now, reminder!.dueAt);
      await post.work();
      expect(sentTo(to)).toHaveLength(1);
      expect((await post.rows(consultationId))[1]).toMatchObject({ state: 'cancelled', settledAt: door.clock.now });
    });

    it('waits when the appointment is put off', async () => {
      const { id: consultationId } = await post.consultation(3 * hour);
      const { to } = await post.invite(consultationId);
      await post.work();
      const expectedAt = door.clock.now + 4 * hour;
      await door.db.update(consultations).set({ expectedAt }).where(eq(consultations.id, consultationId));
      const [, reminder] = await post.rows(consultationId);
      await post.workWhenDue(reminder!.id);
      expect(sentTo(to)).toHaveLength(1);
      await post.workWhenDue(reminder!.id);
      expect(door.clock.now).toBe(expectedAt - hour);
      expect(sentTo(to)).toHaveLength(2);
    });

    it('is not sent to where nobody can be invited', async () => {
      const { id: consultationId } = await post.consultation(3 * hour);
      service.mishaps.push(noNumber);
      await post.invite(consultationId);
      await post.work();
      expect((await post.rows(consultationId)).map(({ state }) => state)).toEqual(['failed', 'cancelled']);
    });
  });
});
