import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, onEachDatabase } from '../testing/databases.ts';
import { FrontDoor } from '../testing/front-door.ts';
import { NotifyService } from '../testing/notify-service.ts';
import { Post, viaNotify } from '../testing/post.ts';
import { leaseTime } from './outbox.ts';

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
});
