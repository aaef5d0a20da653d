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

  it.each([
    ['name', { name: ' ' }],
    ['phone', { phone: 'call us' }],
    ['agreement', { agreement: '' }],
    ['agreement', { agreement: 'turned \u202e round' }],
  ])('refuse a wrong %s', async (field, wrong) => {
    const admin = await server.hire(await server.makePractice('Oak Lane'), ['admin']);
    const answer = await admin.ask('practice.update', { ...settings, ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request', fields: [field] } });
  });
});
