import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meet, meetAdmitted } from '../testing/meeting.ts';
import { hire, watch } from '../testing/staff.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Visitor } from '../testing/visitor.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the language somebody reads', () => {
  it('[LANG-6] is shown to the clinician and to staff who watch, and may change', async () => {
    const { clinician, patient, id } = await meet(server, 'arrived');
    await patient.request('visit:report', { language: 'ar' });
    const seen = await clinician.sees(({ people }) => people[0]?.report?.language === 'ar');
    expect(seen.people[0]).toMatchObject({ phase: 'arrived', name: null });
    const watcher = await watch(server, await hire(server, ['receptionist']));
    await watcher.watches(({ rooms }) =>
      rooms.some(
        ({ consultationId, people }) => consultationId === id && people.some((one) => one.report?.language === 'ar'),
      ),
    );
    await patient.request('visit:report', { language: 'pl' });
    await clinician.sees(({ people }) => people[0]?.report?.language === 'pl');
  });

  it('[LANG-6] is told beside what else the page tells, and outlasts admission', async () => {
    const { clinician, patient } = await meet(server);
    await patient.request('visit:report', { language: 'ur' });
    await patient.request('visit:report', { step: 'waiting' });
    const { people } = await clinician.sees((view) => view.people[0]?.report?.step === 'waiting');
    const { visitId, report } = people[0]!;
    expect(report).toEqual({ language: 'ur', step: 'waiting' });
    await clinician.request('visit:admit', { visitId, confirmedName: 'Ann Example' });
    const view = await clinician.sees(({ people: [one] }) => one?.phase === 'admitted');
    expect(view.people[0]?.report?.language).toBe('ur');
  });

  it('[LANG-6] is not shown to other patients and guests', async () => {
    const { clinician, patient, patientSecret } = await meetAdmitted(server);
    await patient.request('visit:report', { language: 'bn' });
    const guest = await Visitor.byLink(server.app.origin, patientSecret, 'guest');
    await guest.request('visit:check-in', { name: 'Bob Example', agreed: true });
    const { visitId } = (await guest.welcome()).view.me;
    await clinician.request('visit:admit', { visitId, confirmedName: 'Bob Example' });
    const { people } = await guest.sees((view) => view.people.some(({ name }) => name === 'Ann Example'));
    expect(people.map(({ report }) => report)).toEqual([null, null]);
  });

  it('is one of those that the pages have', async () => {
    const { patient } = await meet(server);
    expect(await patient.raw('visit:report', { language: 'tlh' })).toMatchObject({
      ok: false,
      error: { code: 'bad_request', fields: ['language'] },
    });
  });
});
