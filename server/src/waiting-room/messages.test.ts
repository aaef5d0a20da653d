import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practices } from '../db/schema.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';
import { loadRoom } from './view.ts';
import type { AtDesk } from './visits.ts';

onEachDatabase((open) => {
  let door: FrontDoor;
  let desk: AtDesk;
  let elsewhere: AtDesk;
  beforeAll(async () => {
    door = await FrontDoor.open(await open());
    desk = { practiceId: door.practiceId, staffId: (await door.hireClinician('Jo Okafor')).id };
    elsewhere = { ...desk, practiceId: await makePractice(door, 'Elm Tree Surgery', door.clock.now) };
  });
  afterAll(() => door.close());

  const later = (ms: number) => (door.clock.now += ms);

  describe('[DESK-2] messages', () => {
    const shownIn = async (consultationId: string) => (await loadRoom(door.db, consultationId)).messages;
    const reply = (visitId: string, consultationId: string, text = 'I am ready.') =>
      outcome(door.messages.fromVisitor(visitId, consultationId, text));

    it('of staff and of who waits are read in their order, with who wrote them', async () => {
      const { links, patient } = await door.waiting();
      await door.messages.fromDesk(desk, links.id, { template: 'soon' });
      later(1000);
      expect(await reply(patient.visit.id, links.id)).toBe('accepted');
      later(1000);
      await door.messages.fromDesk(desk, links.id, { text: 'Please sit\nby a window.' });
      expect(await shownIn(links.id)).toMatchObject([
        { from: 'practice', by: 'Jo Okafor', template: 'soon', text: null },
        { from: 'patient', by: null, template: null, text: 'I am ready.' },
        { from: 'practice', by: 'Jo Okafor', template: null, text: 'Please sit\nby a window.' },
      ]);
      const sent = (await door.trailOf(links.id)).filter(({ action }) => action === 'message_sent');
      expect(sent.map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([
        ['staff', desk.staffId],
        ['visit', patient.visit.id],
        ['staff', desk.staffId],
      ]);
      expect(JSON.stringify(sent)).not.toMatch(/ready|window/);
    });

    it('of another consultation are not among them', async () => {
      const [here, there] = [await door.waiting(), await door.waiting()];
      await door.messages.fromDesk(desk, there.links.id, { template: 'soon' });
      expect(await shownIn(here.links.id)).toEqual([]);
    });

    it('may be sent before anybody came, and not after the end', async () => {
      const { id } = await door.consultation();
      await door.messages.fromDesk(desk, id, { template: 'running_late' });
      await door.consultations.end(door.practiceId, id, system);
      expect(await outcome(door.messages.fromDesk(desk, id, { template: 'soon' }))).toBe('consultation_ended');
      expect(await shownIn(id)).toHaveLength(1);
    });

    it('of another practice’s staff are refused', async () => {
      const { links } = await door.waiting();
      expect(await outcome(door.messages.fromDesk(elsewhere, links.id, { template: 'soon' }))).toBe('not_found');
      expect(await shownIn(links.id)).toEqual([]);
    });

    it('are answered by who is on hold too, and neither in the call nor after the visit', async () => {
      const { links, clinician, patient } = await door.inCall();
      const { id } = patient.visit;
      expect(await reply(id, links.id)).toBe('wrong_state');
      await door.visits.hold(clinician.visit.id, id);
      expect(await reply(id, links.id)).toBe('accepted');
      await door.visits.leave(id);
      expect(await reply(id, links.id)).toBe('wrong_state');
      expect(await reply(randomUUID(), links.id)).toBe('wrong_state');
      expect(await shownIn(links.id)).toHaveLength(1);
    });

    it('are answered only where the practice allows it', async () => {
      const { links, patient } = await door.waiting();
      const here = eq(practices.id, door.practiceId);
      await door.db.update(practices).set({ repliesAllowed: false }).where(here);
      expect(await reply(patient.visit.id, links.id)).toBe('forbidden');
      await door.db.update(practices).set({ repliesAllowed: true }).where(here);
      expect(await shownIn(links.id)).toEqual([]);
    });

    it('are 200 in a consultation at most, of which the last 20 are shown', async () => {
      const { links, patient } = await door.waiting();
      for (let sent = 1; sent <= 200; sent++) {
        later(1000);
        await door.messages.fromDesk(desk, links.id, { text: `Number ${sent}` });
      }
      expect(await reply(patient.visit.id, links.id)).toBe('too_many_requests');
      expect(await outcome(door.messages.fromDesk(desk, links.id, { template: 'soon' }))).toBe('too_many_requests');
      const texts = Array.from({ length: 20 }, (_, index) => `Number ${181 + index}`);
      expect((await shownIn(links.id)).map(({ text }) => text)).toEqual(texts);
    });
  });
});
