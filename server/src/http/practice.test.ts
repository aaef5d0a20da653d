import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trail } from '../db/schema.ts';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';

let server: HttpServer;
beforeAll(async () => {
  server = await startHttpServer();
});
afterAll(() => server.close());

describe('[STAFF-7] the practice’s settings', () => {
  const settings = {
    name: 'Elm Road Surgery',
    phone: '020 7946 0018',
    agreement: 'We talk by video.\n\nNobody records.',
    timeZone: 'Europe/Warsaw',
    showsPlace: false,
    showsWait: true,
    placeKeptMinutes: 25,
    repliesAllowed: false,
    afterText: 'We text you the plan.\n\nRing us if you feel worse.',
    afterLink: 'https://elm-road.example/after-your-call?lang=en',
    feedbackWanted: false,
  };

  it('are what the admin last set, with a line in the trail', async () => {
    const practiceId = await server.makePractice('New practice');
    const admin = await server.hire(practiceId, ['admin']);
    expect(await admin.ask('practice.update', settings)).toMatchObject({ status: 200 });
    expect((await admin.ask('practice.read', {})).body).toEqual(settings);
    const lines = await server.db.select().from(trail).where(eq(trail.practiceId, practiceId));
    expect(lines.map(({ action }) => action)).toContain('practice_changed');
  });

  it('are not another practice’s', async () => {
    const admin = await server.hire(await server.makePractice('Oak Lane'), ['admin']);
    const other = await server.hire(await server.makePractice('Willowbrook Surgery'), ['admin']);
    await admin.ask('practice.update', settings);
    expect((await other.ask('practice.read', {})).body.name).toBe('Willowbrook Surgery');
  });

  it('may leave out what happens after the call, and begin with what suits most', async () => {
    const admin = await server.hire(await server.makePractice('Oak Lane'), ['admin']);
    const { name, phone, agreement, ...others } = (await admin.ask('practice.read', {})).body;
    expect([name, phone, agreement]).toEqual(['Oak Lane', null, 'I agree to talk by video.']);
    expect(others).toEqual({
      timeZone: 'Europe/London',
      showsPlace: true,
      showsWait: true,
      placeKeptMinutes: 10,
      repliesAllowed: true,
      afterText: null,
      afterLink: null,
      feedbackWanted: true,
    });
    const bare = { ...settings, afterText: null, afterLink: null };
    await admin.ask('practice.update', bare);
    expect((await admin.ask('practice.read', {})).body).toEqual(bare);
  });

  it.each([
    ['name', { name: ' ' }],
    ['phone', { phone: 'call us' }],
    ['agreement', { agreement: '' }],
    ['agreement', { agreement: 'turned \u202e round' }],
    ['timeZone', { timeZone: 'Europe/Willowbrook' }],
    ['timeZone', { timeZone: '+01:00' }],
    ['placeKeptMinutes', { placeKeptMinutes: 0 }],
    ['placeKeptMinutes', { placeKeptMinutes: 121 }],
    ['placeKeptMinutes', { placeKeptMinutes: 2.5 }],
    ['afterText', { afterText: 'x'.repeat(1001) }],
    ['afterLink', { afterLink: 'http://elm-road.example/' }],
    ['afterLink', { afterLink: 'javascript:alert(1)' }],
    ['afterLink', { afterLink: '/after' }],
    ['afterLink', { afterLink: 'https://elm-road.example@evil.example/' }],
    ['afterLink', { afterLink: `https://elm-road.example/${'x'.repeat(480)}` }],
  ])('refuse a wrong %s', async (field, wrong) => {
    const admin = await server.hire(await server.makePractice('Oak Lane'), ['admin']);
    const answer = await admin.ask('practice.update', { ...settings, ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request', fields: [field] } });
  });
});
