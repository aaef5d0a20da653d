import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedback, practices } from '../db/schema.ts';
import { newSecret } from '../identity/secrets.ts';
import { contentOf, onEachDatabase } from '../testing/databases.ts';
import { FrontDoor, makePractice, outcome, system } from '../testing/front-door.ts';
import { Goodbyes } from './goodbyes.ts';
import { readFeedback } from './read-feedback.ts';

const hour = 3_600_000;
const day = 24 * hour;

onEachDatabase((open) => {
  let door: FrontDoor;
  let goodbyes: Goodbyes;
  beforeAll(async () => {
    const database = await open();
    door = await FrontDoor.open(database);
    goodbyes = new Goodbyes(door.db, () => door.clock.now);
  });
  afterAll(() => door.close());

  const set = (settings: Partial<typeof practices.$inferInsert>) =>
    door.db.update(practices).set(settings).where(eq(practices.id, door.practiceId));
  const end = (consultationId: string) => door.consultations.end(door.practiceId, consultationId, system);
  /** A call that is over. */
  const callOver = async () => {
    const parts = await door.inCall();
    await end(parts.links.id);
    return parts;
  };
  const read = (secret: string) => goodbyes.read(secret);
  const refusalOf = (secret: string) => outcome(goodbyes.read(secret));
  const say = (secret: string, rating: number, text: string | null = null) =>
    goodbyes.giveFeedback(secret, { rating, text });
  const said = (consultationId: string) =>
    door.db.select().from(feedback).where(eq(feedback.consultationId, consultationId));

  it('[GOODBYE-1] holds what the practice says after its calls, as it says it now', async () => {
    await set({
      phone: '020 7946 0018',
      afterText: 'Your plan comes by text.',
      afterLink: 'https://willow.example/next',
    });
    const { links } = await callOver();
    expect(await read(links.patientSecret)).toEqual({
      practice: { name: 'Willowbrook Surgery', phone: '020 7946 0018' },
      afterText: 'Your plan comes by text.',
      afterLink: 'https://willow.example/next',
      feedback: 'wanted',
    });
    await set({ phone: null, afterText: null, afterLink: null });
    expect(await read(links.patientSecret)).toMatchObject({
      practice: { phone: null },
      afterText: null,
      afterLink: null,
    });
  });

  it('[GOODBYE-2] is there for 24 hours, also for who was away at the end, and opens nothing else', async () => {
    const { links, patient } = await door.inCall();
    await door.visits.drop(patient.visit.id, patient.connectionId);
    expect(await refusalOf(links.patientSecret)).toBe('wrong_state');
    await end(links.id);
    door.clock.now += day - 1;
    await expect(read(links.patientSecret)).resolves.toMatchObject({ feedback: 'wanted' });
    expect(await outcome(door.entry.byLink(links.patientSecret))).toBe('consultation_ended');
    door.clock.now += 1;
    expect(await refusalOf(links.patientSecret)).toBe('link_expired');
    expect(await outcome(say(links.patientSecret, 5))).toBe('link_expired');
  });

  it('[GOODBYE-2] [LINK-3] is refused by links that are not a patient’s of an ended one, each with its line', async () => {
    const { links } = await callOver();
    expect(await refusalOf(newSecret())).toBe('link_unknown');
    expect(await door.newestLine()).toMatchObject({ action: 'refused', reason: 'link_unknown', actorKind: 'stranger' });
    expect(await refusalOf(links.clinicianSecret)).toBe('link_unknown');
    const forgotten = await door.consultation();
    door.clock.now = forgotten.validUntil;
    expect(await refusalOf(forgotten.patientSecret)).toBe('link_expired');
    expect(await door.newestLine()).toMatchObject({ reason: 'link_expired', consultationId: forgotten.id });
  });

  it('[GOODBYE-2] is refused by a link that was cancelled before anybody came by it', async () => {
    const { id, patientSecret } = await door.consultation();
    const astray = await door.consultations.addLink(door.practiceId, id, 'patient', system);
    await door.consultations.revokeLink(door.practiceId, astray.id, system);
    door.clock.now += hour;
    await end(id);
    expect(await refusalOf(astray.secret)).toBe('link_revoked');
    await expect(read(patientSecret)).resolves.toMatchObject({ feedback: 'not_wanted' });
  });

  it('[GOODBYE-3] is not for who was removed, and stays for who was not', async () => {
    const { links, clinician, patient } = await door.inCall();
    await door.visits.remove(clinician.visit.id, patient.visit.id);
    door.clock.now += 1;
    await end(links.id);
    const before = await said(links.id);
    expect(await refusalOf(links.patientSecret)).toBe('link_revoked');
    expect(await outcome(say(links.patientSecret, 1))).toBe('link_revoked');
    expect(await said(links.id)).toEqual(before);

    const other = await door.inCall();
    const guest = await door.arrive(other.links.patientSecret, 'guest');
    await door.visits.remove(other.clinician.visit.id, guest.visit.id);
    door.clock.now += 1;
    await end(other.links.id);
    await expect(read(other.links.patientSecret)).resolves.toMatchObject({ feedback: 'wanted' });
  });

  it('[FEEDBACK-1] [TRAIL-3] is kept once for each link, with a line in the trail that does not hold it', async () => {
    const { links } = await callOver();
    await say(links.patientSecret, 4, 'The sound was poor.');
    const kept = await said(links.id);
    expect(kept).toMatchObject([
      { practiceId: door.practiceId, rating: 4, text: 'The sound was poor.', at: door.clock.now },
    ]);
    const lines = (await door.trailOf(links.id)).filter(({ action }) => action === 'feedback_given');
    expect(lines).toMatchObject([{ linkId: kept[0]!.linkId, reason: null, visitId: null }]);
    expect(await read(links.patientSecret)).toMatchObject({ feedback: 'given' });

    const after = await contentOf(door.db);
    await say(links.patientSecret, 1, 'Another word.');
    expect(await contentOf(door.db)).toEqual(after);
    await set({ feedbackWanted: false });
    expect(await read(links.patientSecret)).toMatchObject({ feedback: 'given' });
    await set({ feedbackWanted: true });
  });

  it('[FEEDBACK-1] is kept once, however often it is sent at the same moment', async () => {
    const { links } = await callOver();
    await Promise.all([1, 2, 3, 4].map((rating) => say(links.patientSecret, rating)));
    expect(await said(links.id)).toHaveLength(1);
    const facts = (await door.trailOf(links.id)).map(({ action }) => action);
    expect(facts.filter((action) => action === 'feedback_given')).toHaveLength(1);
  });

  it('[FEEDBACK-2] is not asked for without a call, or where the practice does not want it', async () => {
    const waited = await door.waiting();
    await end(waited.links.id);
    const { links } = await callOver();
    await set({ feedbackWanted: false });
    for (const secret of [waited.links.patientSecret, links.patientSecret]) {
      expect(await read(secret)).toMatchObject({ feedback: 'not_wanted' });
      expect(await outcome(say(secret, 5))).toBe('wrong_state');
    }
    await set({ feedbackWanted: true });
    expect(await read(waited.links.patientSecret)).toMatchObject({ feedback: 'not_wanted' });
    expect(await outcome(say(waited.links.patientSecret, 5))).toBe('wrong_state');
  });

  it('[FEEDBACK-3] [WATCH-4] is read newest first, 100 at a time, with the last 30 days’ average', async () => {
    const practiceId = await makePractice(door, 'Elm Road', door.clock.now);
    const list = (before?: string) => readFeedback(door.db, practiceId, { before, now: door.clock.now });
    expect(await list()).toEqual({ lately: { count: 0, average: null }, entries: [] });

    const { id: consultationId } = await door.consultation();
    const now = door.clock.now;
    const give = async (rating: number, at: number) => {
      const { id: linkId } = await door.consultations.addLink(door.practiceId, consultationId, 'patient', system);
      await door.db.insert(feedback).values({ practiceId, consultationId, linkId, at, rating, text: `Said ${rating}` });
    };
    for (let i = 0; i < 101; i++) await give(1, now - 31 * day - Math.floor(i / 2));
    for (const rating of [5, 4, 4]) await give(rating, now - rating * day);

    const first = await list();
    expect(first.lately.count).toBe(3);
    expect(first.lately.average).toBeCloseTo(13 / 3);
    expect(first.entries).toHaveLength(100);
    expect(first.entries.slice(0, 3).map(({ rating }) => rating)).toEqual([4, 4, 5]);
    expect(Object.keys(first.entries[0]!).toSorted()).toEqual(['at', 'id', 'rating', 'text']);
    const second = await list(first.entries.at(-1)!.id);
    const all = [...first.entries, ...second.entries];
    expect(new Set(all.map(({ id }) => id)).size).toBe(104);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => b - a));
    const own = await readFeedback(door.db, door.practiceId, { before: undefined, now });
    expect(own.entries.map(({ id }) => id)).not.toContain(first.entries[0]!.id);
  });
});
