import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practices } from '../db/schema.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor } from '../testing/front-door.ts';
import { NotifyService } from '../testing/notify-service.ts';
import { linkIn, Post } from '../testing/post.ts';

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
      await door.db.update(practices).set({ timeZone: 'no-such-zone' }).where(practice);
      await post.work();
      await door.db.update(practices).set({ timeZone: 'Europe/London' }).where(practice);
      expect(await post.row(id)).toMatchObject({ state: 'queued', problem: 'service_down' });
      expect(post.logged.join()).toContain('RangeError');
      await post.workWhenDue(id);
      expect(await post.row(id)).toMatchObject({ state: 'sent' });
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
