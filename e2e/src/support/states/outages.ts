import { OwnPostgres } from '@front-door/server/src/testing/own-postgres.ts';
import { newClinic } from '../clinic.ts';
import { admit, byTestId, click, shows } from '../people.ts';
import { Stage } from '../stage.ts';
import type { State } from './story.ts';

const notice = '.fd-notice';

/** On a server of its own: first the database is away, then a restart is asked for. */
export async function* outages({ cast, language }: Stage): AsyncGenerator<State> {
  const postgres = await OwnPostgres.start();
  const stage = await Stage.set(cast, language, { DATABASE_URL: postgres.url, DRAIN_SECONDS: '600' });
  try {
    yield* asEverybody(stage, postgres);
  } finally {
    await stage.close();
    await postgres.close();
  }
}

async function* asEverybody(stage: Stage, postgres: OwnPostgres): AsyncGenerator<State> {
  const { cast, server } = stage;
  const { clinician, patient } = await stage.call();
  const { id: clinicId } = await newClinic(stage.admin, { name: 'Respiratory clinic' });
  const { patientLink, clinicianLink } = await stage.consultation({ clinicId });
  const waiting = await stage.waiting(patientLink, cast.guest);
  const lobby = await stage.open(clinicianLink);
  const session = await stage.account(cast.clinician, ['clinician']);
  const list = await stage.staffPage(session, '/staff/waiting');
  await list.locator(`[aria-label*="${cast.guest}"]`).click();
  await shows(list, 'confirm-call-in');
  const links = await Promise.all([1, 2].map(() => stage.consultation()));

  await postgres.stop();
  const early = await stage.open(links[0]!.patientLink);
  await early.waitForSelector(notice);
  yield { name: 'patient-connecting-database-away', page: early };
  await admit(lobby, cast.guest);
  await lobby.waitForSelector(`dialog ${notice}`);
  yield { name: 'clinician-admit-database-away', page: lobby };
  await click(list, 'confirm-call-in');
  await list.waitForSelector(`${byTestId('calling')} ${notice}`);
  yield { name: 'sitting-calling-database-away', page: list };
  await click(list, 'stop-calling');
  const staff = await stage.staffPage(session);
  await shows(staff, 'recalling');
  yield { name: 'staff-database-away', page: staff };
  await postgres.start();
  await shows(early, 'details-screen');

  process.kill(server.pid, 'SIGTERM');
  for (const [name, page] of Object.entries({
    'patient-call-restarting': patient,
    'clinician-call-restarting': clinician,
    'patient-details-restarting': early,
    'patient-waiting-restarting': waiting,
    'clinician-lobby-restarting': lobby,
    'waiting-list-restarting': list,
  })) {
    await shows(page, 'restarting');
    yield { name, page };
  }
  const late = await stage.open(links[1]!.patientLink);
  await late.waitForSelector(notice);
  yield { name: 'patient-connecting-restarting', page: late };
}
