import { fill, press, says } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

export async function* adminWatches(stage: Stage): AsyncGenerator<State> {
  const { origin } = stage.server;
  await stage.call();
  const page = await stage.open(stage.wire.over(`${origin}/staff/rooms`), { session: stage.admin });
  await says(page, /\d+ kbit\/s/);
  await says(page, /\d+ ms/);
  yield { name: 'rooms', page };
  // The rooms with people stand first.
  await page.locator('[aria-label^="End this room"]').click();
  await says(page, 'End this room for everybody?');
  yield { name: 'rooms-end-question', page };
  await page.keyboard.press('Escape');
  stage.wire.cut();
  await says(page, 'Connection lost');
  yield { name: 'rooms-connection-lost', page };
}

export async function* adminLooksAfterPeople(stage: Stage): AsyncGenerator<State> {
  await stage.account(stage.cast.guest, ['receptionist']);
  const page = await stage.staffPage(stage.admin, '/staff/people');
  await says(page, 'Robin Hughes');
  yield { name: 'people', page };
  await press(page, 'Make a link');
  await says(page, 'There is a problem');
  yield { name: 'people-invite-wrong', page };
  await page.locator('#roles').click();
  await press(page, 'Make a link');
  await says(page, 'Send this link to your colleague');
  yield { name: 'people-invited', page };
  await press(page, `Shut account: ${stage.cast.guest}`);
  await says(page, 'Shut the account of');
  yield { name: 'people-shut-question', page };
  await press(page, 'Shut account');
  await says(page, 'Shut since');
  yield { name: 'people-shut', page };
}

export async function* adminLooksAfterThePractice(stage: Stage): AsyncGenerator<State> {
  const page = await stage.staffPage(stage.admin, '/staff/practice');
  await says(page, 'What patients agree to');
  yield { name: 'practice', page };
  await fill(page, 'phone', 'by post');
  await press(page, 'Save');
  await says(page, 'There is a problem');
  yield { name: 'practice-wrong', page };
  await fill(page, 'phone', '020 7946 0018');
  await press(page, 'Save');
  await says(page, 'Saved.');
  yield { name: 'practice-saved', page };
}

export async function* adminLooksAfterTheRest(stage: Stage): AsyncGenerator<State> {
  const keys = await stage.staffPage(stage.admin, '/staff/api-keys');
  await says(keys, 'There are no keys.');
  yield { name: 'api-keys', page: keys };
  await press(keys, 'Make a key');
  await says(keys, 'There is a problem');
  yield { name: 'api-keys-wrong', page: keys };
  await fill(keys, 'name', 'Appointment book');
  await press(keys, 'Make a key');
  await says(keys, 'The key is ready');
  yield { name: 'api-keys-ready', page: keys };
  await press(keys, 'Cancel key: Appointment book');
  await says(keys, 'can no longer start consultations');
  yield { name: 'api-keys-cancel-question', page: keys };

  const trail = await stage.staffPage(stage.admin, '/staff/trail');
  await says(trail, 'Made the consultation');
  yield { name: 'trail', page: trail };
  await trail.locator('[aria-label^="Show only consultation"]').click();
  await says(trail, 'You see one consultation only');
  yield { name: 'trail-of-one', page: trail };
  const nowhere = await stage.staffPage(stage.admin, '/staff/nowhere');
  await says(nowhere, 'There is no such page');
  yield { name: 'staff-not-found', page: nowhere };
}
