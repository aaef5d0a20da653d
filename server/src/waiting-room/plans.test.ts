import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAppointments } from '../clinics/load-appointments.ts';
import { FrontDoor, system } from '../testing/front-door.ts';
import { openNoted } from '../testing/noted.ts';
import { loadPlaces } from './queue.ts';
import { loadListedRooms } from './view.ts';

const day = 24 * 3_600_000;
/** Who is there now; of what was before there is by far more in each practice. */
const present = 20;

/** Twenty practices, ours among them, that have had a clinic for years; of ten appointments nobody came to one. */
const history = `
  with practice as (insert into practices (name, agreement, created_at)
      select 'Practice', 'I agree.', now() from generate_series(1, 19) returning id),
    new_clinic as (insert into clinics (practice_id, name, code, created_at)
      select id, 'Clinic', id::text, now() from practice returning id, practice_id),
    clinic as (select id, practice_id from clinics union all select id, practice_id from new_clinic),
    consultation as (insert into consultations
        (practice_id, clinic_id, expected_at, created_at, valid_until, call_started_at, ended_at)
      select practice_id, id, t, t, t + interval '12 hours', ended - interval '9 minutes', ended
      from clinic, generate_series(1, 500) n,
        lateral (select to_timestamp(1600000000 + n * 50000) as t) began,
        lateral (select case when n % 10 > 0 then t + interval '10 minutes' end as ended) done
      returning id, created_at),
    link as (insert into links (consultation_id, role, secret_hash, created_at, valid_from, valid_until)
      select id, role, id || role, created_at, created_at, created_at + interval '12 hours'
      from consultation, unnest(array['patient', 'clinician']) role),
    message as (insert into messages (consultation_id, at, text) select id, created_at, 'Nearly there' from consultation)
  insert into visits (consultation_id, role, state, arrived_at)
    select id, 'patient', '{"phase": "ended"}', created_at from consultation`;
const tokens = `
  insert into used_tokens select gen_random_uuid(), to_timestamp(1700000050) from generate_series(1, 5000)`;

let database: Awaited<ReturnType<typeof openNoted>>;
let door: FrontDoor;
let clinicId: string;
beforeAll(async () => {
  database = await openNoted();
  door = await FrontDoor.open(database);
  const { practiceId } = door;
  clinicId = (await door.clinics.create(practiceId, { name: 'Clinic', hours: null, welcome: null }, system)).id;
  await database.client.exec(`${history}; ${tokens}`);
  const wanted = { practiceId, clinicId, clinicianId: null, clinicianName: null, actor: system };
  const made = await door.consultations.createAll(Array.from({ length: present }, () => wanted));
  for (const { patientSecret } of made) await door.arrive(patientSecret);
  await database.client.exec('analyze');
});
afterAll(() => door.close());

describe('[CONTROL-2] what was long ago is not looked through', () => {
  const now = () => door.clock.now;
  it.each([
    [
      'for the list',
      () => loadListedRooms(door.db, door.practiceId, now()),
      ['consultations_open', 'consultations_ended'],
    ],
    [
      'for a queue',
      () => loadPlaces(door.db, clinicId, now()),
      ['consultations_open_in_clinic', 'consultations_of_clinic'],
    ],
    [
      'for the appointments of a day',
      () => loadAppointments(door.db, door.practiceId, { from: now() - day, until: now() }),
      ['consultations_expected'],
    ],
    ['when a token is used', () => door.arrivals.useUp(randomUUID(), now() + 60_000), ['used_tokens_expired']],
  ])('%s', async (_what, work, indexes) => {
    const statements = await database.during(work);
    const scans = (await Promise.all(statements.map(database.scansOf))).flat();
    expect(scans.map(({ index }) => index)).toEqual(expect.arrayContaining(indexes));
    expect(scans.filter(({ rows }) => rows >= 5 * present)).toEqual([]);
  });
});

it('[CONTROL-2] of used tokens those are forgotten that would not be good any more, once for many who come', async () => {
  const left = async () => (await database.client.query('select 1 from used_tokens')).rows.length;
  door.clock.now += day;
  const statements = await database.during(async () => {
    for (let count = 0; count < 10; count += 1) await door.arrivals.useUp(randomUUID(), door.clock.now + 60_000);
  });
  expect(statements.filter(({ text }) => text.startsWith('delete'))).toHaveLength(1);
  expect(await left()).toBe(10);
});
