import { fill, press, says } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

export async function* comingIn(stage: Stage): AsyncGenerator<State> {
  const { origin } = stage.server;
  const signIn = await stage.open(`${origin}/staff`);
  await says(signIn, 'Staff sign in');
  yield { name: 'sign-in', page: signIn };
  await press(signIn, 'Sign in');
  await says(signIn, 'There is a problem');
  yield { name: 'sign-in-wrong', page: signIn };
  await fill(signIn, 'email', 'nobody@willowbrook.example');
  await fill(signIn, 'password', 'not the password');
  await press(signIn, 'Sign in');
  await says(signIn, 'is not right');
  yield { name: 'sign-in-refused', page: signIn };

  const { url } = await stage.admin.send('staff-links.create', { roles: ['clinician', 'receptionist', 'admin'] });
  const makeAccount = await stage.open(url);
  await says(makeAccount, 'Make your account');
  yield { name: 'make-account', page: makeAccount };
  await press(makeAccount, 'Make my account');
  await says(makeAccount, 'There is a problem');
  yield { name: 'make-account-wrong', page: makeAccount };
  const dead = await stage.open(`${origin}/staff/link#AAAAAAAAAAAAAAAAAAAAAA`);
  await says(dead, 'This link does not work');
  yield { name: 'make-account-dead-link', page: dead };
}

export async function* clinicianAtHome(stage: Stage): AsyncGenerator<State> {
  const account = await stage.account(stage.cast.clinician, ['clinician', 'admin']);
  const page = await stage.staffPage(account);
  await says(page, 'No open consultations.');
  yield { name: 'home-clinician', page };
  await press(page, 'Start a video consultation');
  await says(page, 'The consultation is ready');
  yield { name: 'home-consultation-ready', page };
  const link = await page.$eval('.fd-card input', (input) => input.value);
  await stage.waiting(link, stage.cast.patient);
  await says(page, stage.cast.patient);
  await page.locator('.fd-card ::-p-text(Links)').click();
  await press(page, 'Make another patient’s link');
  await page.waitForSelector('.fd-details__text .fd-copy');
  yield { name: 'home-links', page };
  await press(page, 'Cancel this link');
  await says(page, 'Cancel this link?');
  yield { name: 'home-cancel-link-question', page };
  await page.keyboard.press('Escape');
  await press(page, 'Sign out');
  await says(page, 'You are signed out.');
  yield { name: 'signed-out', page };
}

export async function* sendingTheLink(stage: Stage): AsyncGenerator<State> {
  const page = await stage.staffPage(await stage.account('Sam Desk', ['receptionist']));
  const appointment = { expectedAt: Date.now() + 5 * 3_600_000, patientPhone: '07700 900123' };
  await stage.consultation({ ...appointment, clinicianName: 'Dr Jo Okafor' });
  await page.locator('[aria-label^="Send the link: Dr Jo Okafor"]').click();
  await page.waitForSelector('#to');
  yield { name: 'send-link', page };
  await fill(page, 'to', '020 7946 0018');
  await press(page, 'Send');
  await says(page, 'There is a problem');
  yield { name: 'send-link-wrong', page };
  await fill(page, 'to', '07700 900123');
  await press(page, 'Send');
  await says(page, 'File for the patient');
  yield { name: 'send-link-shown', page };
}

export async function* othersAtHome(stage: Stage): AsyncGenerator<State> {
  const receptionist = await stage.account('Sam Desk', ['receptionist']);
  const page = await stage.staffPage(receptionist);
  const { patientLink } = await stage.consultation();
  await stage.waiting(patientLink, stage.cast.patient);
  await says(page, stage.cast.patient);
  yield { name: 'home-receptionist', page };
  await press(page, 'Start a video consultation');
  await says(page, 'There is a problem');
  yield { name: 'home-receptionist-wrong', page };
  await fill(page, 'clinicianName', stage.cast.clinician);
  await press(page, 'Start a video consultation');
  await says(page, 'The consultation is ready');
  yield { name: 'home-receptionist-ready', page };
  const rooms = await stage.staffPage(receptionist, '/staff/rooms');
  await says(rooms, stage.cast.patient);
  yield { name: 'rooms-receptionist', page: rooms };
}
