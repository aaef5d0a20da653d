import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Visitor } from '../testing/visitor.ts';
import { readTrail } from './read-trail.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

describe('the trail of a consultation', () => {
  it('[TRAIL-1] says who admitted and removed whom, and by which link each came', async () => {
    const { app, practiceId, database } = server;
    const actor = { kind: 'system' } as const;
    const links = await app.consultations.create({
      practiceId,
      clinicianId: null,
      clinicianName: 'Dr Asha Patel',
      actor,
    });
    const clinician = await Visitor.byLink(app.origin, links.clinicianSecret);
    const patient = await Visitor.byLink(app.origin, links.patientSecret);
    const { view } = await patient.welcome();
    const { visitId } = view.me;
    await patient.request('visit:check-in', { name: 'Ann Example', agreed: true });
    await clinician.request('visit:admit', { visitId, confirmedName: 'Ann Example' });
    await clinician.request('visit:remove', { visitId });

    const lines = await readTrail(database.db, practiceId, { consultationId: view.consultationId });
    const about = (action: string) => lines.find((line) => line.action === action && line.visitId === visitId);
    const doctor = { kind: 'visit', name: 'Dr Asha Patel' };
    const arrived = about('arrived');
    expect(arrived).toMatchObject({
      actor: { kind: 'visit', name: 'Ann Example' },
      linkId: expect.any(String) as string,
    });
    for (const action of ['admitted', 'removed']) {
      expect(about(action)).toMatchObject({ actor: doctor, visitName: 'Ann Example', linkId: arrived?.linkId });
    }
  });
});
