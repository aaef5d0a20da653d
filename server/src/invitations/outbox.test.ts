import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consultations, links, practices } from '../db/schema.ts';
import { contentOf, onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, outcome, system } from '../testing/front-door.ts';
import { NotifyService } from '../testing/notify-service.ts';
import { linkIn, Post, viaNotify } from '../testing/post.ts';
import { leaseTime } from './outbox.ts';

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
    // What an earlier test left behind is long out of date.
    door.clock.now += 90 * 24 * hour;
    post = new Post(door, viaNotify(service));
    await post.work();
    service.accepted.splice(0);
    service.requests.splice(0);
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

  describe('[INVITE-6] what is not taken', () => {
    it('is tried again after a pause that grows, never two at a time', async () => {
      const { id: consultationId } = await post.consultation();
      service.mishaps.push(busy, busy, busy, busy, busy);
      const { id, to } = await post.invite(consultationId);
      await post.work();
      const pauses = [];
      for (let i = 0; i < 5; i++) {
        const row = await post.row(id);
        expect(row).toMatchObject({ state: 'queued', problem: 'service_down', attempts: i + 1 });
        pauses.push(row.dueAt - door.clock.now);
        const before = service.requests.length;
        door.clock.now = row.dueAt - 1;
        await post.work();
        expect(service.requests).toHaveLength(before);
        await post.workWhenDue(id);
      }
      for (const [i, pause] of pauses.entries()) {
        const usual = 10_000 * 2 ** i;
        expect(pause).toBeGreaterThanOrEqual(0.75 * usual);
        expect(pause).toBeLessThanOrEqual(1.25 * usual);
      }
      expect(sentTo(to)).toHaveLength(1);
      expect(await post.row(id)).toMatchObject({ state: 'sent', problem: null, sentAt: door.clock.now });
    });

    it('is given up after ten attempts, with a line in the trail', async () => {
      const { id: consultationId } = await post.consultation();
      service.mishaps.push(...Array.from({ length: 10 }, () => busy));
      const { id } = await post.invite(consultationId);
      await post.work();
      for (let i = 0; i < 9; i++) await post.workWhenDue(id);
      expect(await post.row(id)).toMatchObject({ state: 'failed', problem: 'service_down', attempts: 10 });
      const lines = (await door.trailOf(consultationId)).filter(({ action }) => action === 'invitation_failed');
      expect(lines).toMatchObject([{ actorKind: 'system', reason: 'service_down' }]);
      await post.workWhenDue(id);
      expect(service.mishaps).toEqual([]);
      expect(service.accepted).toEqual([]);
    });

    it('is given up at once when it is refused for good', async () => {
      const { id: consultationId } = await post.consultation();
      service.mishaps.push(noNumber);
      const { id } = await post.invite(consultationId);
      await post.work();
      const { now } = door.clock;
      expect(await post.row(id)).toMatchObject({ state: 'failed', problem: 'refused', attempts: 1, settledAt: now });
    });

    it.each([
      ['an invitation half an hour after the appointment', 2 * hour, 0, 150 * minute],
      ['a reminder at the time of the appointment', 2 * hour, 1, 2 * hour],
    ])('is given up when it is too late: %s', async (_what, appointmentIn, which, tooLate) => {
      const began = door.clock.now;
      const { id: consultationId } = await post.consultation(appointmentIn);
      await post.invite(consultationId);
      const { id } = (await post.rows(consultationId))[which]!;
      door.clock.now = began + tooLate;
      await post.work();
      expect(await post.row(id)).toMatchObject({ state: 'failed', problem: 'too_late', attempts: 0 });
    });

    it('is tried a quarter of an hour when the patient lost the link after the appointment’s time', async () => {
      const { id: consultationId } = await post.consultation(hour);
      door.clock.now += 3 * hour;
      service.mishaps.push(busy);
      const { id, to } = await post.invite(consultationId);
      await post.work();
      await post.workWhenDue(id);
      expect(sentTo(to)).toHaveLength(1);
    });

    it('waits for a carrier when there is none any more', async () => {
      const { id: consultationId } = await post.consultation();
      const { id, to } = await post.invite(consultationId);
      await new Post(door, { show: false, smtp: null, notify: null }).work();
      expect(await post.row(id)).toMatchObject({ state: 'queued', problem: 'set_up' });
      await post.workWhenDue(id);
      expect(sentTo(to)).toHaveLength(1);
    });

    it('holds up nothing else when there is a fault of our own', async () => {
      const practice = eq(practices.id, door.practiceId);
      const { id: consultationId } = await post.consultation(2 * hour);
      const { id } = await post.invite(consultationId);
      await door.db.update(practices).set({ timeZone: 'Nowhere/At_All' }).where(practice);
      await post.work();
      await door.db.update(practices).set({ timeZone: 'Europe/London' }).where(practice);
      expect(await post.row(id)).toMatchObject({ state: 'queued', problem: 'service_down' });
      expect(post.logged.join()).toContain('RangeError');
      await post.workWhenDue(id);
      expect(await post.row(id)).toMatchObject({ state: 'sent' });
    });
  });

  describe('[INVITE-7] nothing is sent twice, and nothing is lost', () => {
    it('is marked in the database before the service hears of it', async () => {
      const { id: consultationId } = await post.consultation();
      service.mishaps.push('unanswered');
      const { id } = await post.invite(consultationId);
      const working = post.work();
      await expect.poll(() => service.requests.length).toBe(1);
      expect(await post.row(id)).toMatchObject({ state: 'sending', attempts: 1, dueAt: door.clock.now + leaseTime });
      await post.office.courier.close();
      await working;
    });

    it('is sent once by two servers on one database', async () => {
      const { id: consultationId } = await post.consultation();
      const offices = [post, new Post(door, viaNotify(service)), new Post(door, viaNotify(service))];
      const invited = [];
      for (let i = 0; i < 8; i++) invited.push(await post.invite(consultationId));
      await Promise.all(offices.map((one) => one.work()));
      for (const { id, to } of invited) {
        expect(sentTo(to)).toHaveLength(1);
        expect(await post.row(id)).toMatchObject({ state: 'sent', attempts: 1 });
      }
    });

    it('is not sent again when the service took it and no answer came', async () => {
      const { id: consultationId } = await post.consultation();
      service.mishaps.push('taken, cut off');
      const { id, to } = await post.invite(consultationId);
      await post.work();
      expect(await post.row(id)).toMatchObject({ state: 'queued', problem: 'service_down' });
      await post.workWhenDue(id);
      expect(sentTo(to)).toHaveLength(1);
      expect(await post.row(id)).toMatchObject({ state: 'sent', reference: sentTo(to)[0]!.id });
    });

    it('is not sent again as long as the service does not say whether it has it', async () => {
      const { id: consultationId } = await post.consultation();
      service.mishaps.push('taken, cut off');
      const { id } = await post.invite(consultationId);
      await post.work();
      const elsewhere = { ...service.settings, url: 'http://127.0.0.1:9' };
      const cutOff = new Post(door, { show: false, smtp: null, notify: elsewhere });
      await cutOff.workWhenDue(id);
      expect(await post.row(id)).toMatchObject({ state: 'queued', attempts: 2 });
      await post.workWhenDue(id);
      expect(service.accepted).toHaveLength(1);
    });

    it.each([
      ['after the service took it', 'taken, unanswered', 1],
      ['before it did', 'unanswered', 0],
    ] as const)('is taken up by another server when one dies in the middle, %s', async (_when, mishap, taken) => {
      const { id: consultationId } = await post.consultation();
      const { id, to } = await post.invite(consultationId);
      service.mishaps.push(mishap);
      // It neither comes to an end nor is told to, as if it were no more.
      const dying = new Post(door, viaNotify(service));
      void dying.work();
      await expect.poll(() => service.requests.length).toBe(1);
      door.clock.now += leaseTime - 1;
      await post.work();
      expect(service.accepted).toHaveLength(taken);
      expect(await post.row(id)).toMatchObject({ state: 'sending', attempts: 1 });
      door.clock.now += 1;
      await post.work();
      expect(sentTo(to)).toHaveLength(1);
      expect(await post.row(id)).toMatchObject({ state: 'sent', attempts: 2 });
      // The one that was thought dead comes to itself, and changes nothing.
      const before = await contentOf(door.db);
      await dying.office.courier.close();
      expect(await contentOf(door.db)).toEqual(before);
    });

    it('stays with the server that took it up when the first one says that it could not send it', async () => {
      const { id: consultationId } = await post.consultation();
      const { id } = await post.invite(consultationId);
      service.mishaps.push('unanswered', 'unanswered');
      const [first, second] = [new Post(door, viaNotify(service)), new Post(door, viaNotify(service))];
      void first.work();
      await expect.poll(() => service.requests.length).toBe(1);
      door.clock.now += leaseTime;
      void second.work();
      await expect.poll(() => service.mishaps.length).toBe(0);
      await first.office.courier.close();
      expect(await post.row(id)).toMatchObject({ state: 'sending', attempts: 2, problem: null });
      await second.office.courier.close();
      expect(await post.row(id)).toMatchObject({ state: 'queued', attempts: 2 });
    });

    it('is queued once when the button is pressed twice', async () => {
      const { id: consultationId } = await post.consultation();
      const { id, to } = await post.invite(consultationId);
      expect(await post.invite(consultationId, to)).toEqual({ id, to });
      await post.work();
      expect(sentTo(to)).toHaveLength(1);
      expect((await post.invite(consultationId, to)).id).not.toBe(id);
    });
  });

  describe('[INVITE-8] what became of it', () => {
    it.each([
      ['delivered', { state: 'delivered' }],
      ['permanent-failure', { state: 'failed', problem: 'not_delivered' }],
      ['temporary-failure', { state: 'failed', problem: 'not_reachable' }],
      ['technical-failure', { state: 'failed', problem: 'service_down' }],
    ])('is asked of the service: %s', async (status, expected) => {
      const { id: consultationId } = await post.consultation();
      const { id, to } = await post.invite(consultationId);
      await post.work();
      await post.workWhenDue(id);
      expect(await post.row(id)).toMatchObject({ state: 'sent', settledAt: null });
      sentTo(to)[0]!.status = status;
      await post.workWhenDue(id);
      expect(await post.row(id)).toMatchObject({ ...expected, settledAt: door.clock.now });
      const asked = service.requests.length;
      door.clock.now += 24 * hour;
      await post.work();
      expect(service.requests).toHaveLength(asked);
      const failed = (await door.trailOf(consultationId)).filter(({ action }) => action === 'invitation_failed');
      expect(failed).toHaveLength(expected.state === 'failed' ? 1 : 0);
    });

    it('is asked less and less often, and no more after four days', async () => {
      const { id: consultationId } = await post.consultation();
      const { id } = await post.invite(consultationId);
      await post.work();
      const pauses = [];
      while ((await post.row(id)).settledAt === null) {
        const last = door.clock.now;
        await post.workWhenDue(id);
        pauses.push(door.clock.now - last);
      }
      expect(pauses[0]).toBe(15_000);
      expect(pauses.at(-1)).toBe(hour);
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
      expect(pauses.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(96 * hour);
      expect(await post.row(id)).toMatchObject({ state: 'sent' });
    });
  });

  describe('[INVITE-13] recipients, texts and links', () => {
    it('are neither in the log nor in the trail, whatever goes wrong', async () => {
      const { id: consultationId } = await post.consultation(3 * hour);
      const { id, to } = await post.invite(consultationId);
      const quoting = { status: 400, error: 'ValidationError', message: `phone_number ${to} is not possible` };
      service.mishaps.push(busy, quoting);
      await post.work();
      await post.workWhenDue(id);
      const other = await post.invite(consultationId);
      await post.work();
      const secret = linkIn(sentTo(other.to)[0]!.message);
      const written = [...post.logged, JSON.stringify(await door.trailOf(consultationId))].join();
      expect(written).toContain('an invitation was not taken');
      for (const text of [to, other.to, to.slice(3), other.to.slice(3), secret, 'video appointment']) {
        expect(written).not.toContain(text);
      }
      const actions = (await door.trailOf(consultationId)).map(({ action, reason }) => `${action} ${reason}`);
      expect(actions).toEqual(expect.arrayContaining(['invited sms', 'invitation_failed refused', 'invited sms']));
    });
  });
});
