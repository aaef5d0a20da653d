import { newClinic } from '../clinic.ts';
import { click, objects, press, removeFromCall, saysIn, shows } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

const row = '[data-testid="row"]';
const seen = '[data-state="seen"]';

/** One patient after the other beside the waiting list. */
export async function* aSitting(stage: Stage): AsyncGenerator<State> {
  const { cast } = stage;
  const { id: clinicId } = await newClinic(stage.admin, { name: 'Respiratory clinic' });
  const account = await stage.account(cast.clinician, ['clinician']);
  const page = await stage.staffPage(account, '/staff/waiting');
  const first = await stage.consultation({ clinicId });
  const patient = await stage.waiting(first.patientLink, cast.patient);
  await stage.waiting((await stage.consultation({ clinicId })).patientLink, cast.guest);
  await saysIn(page, row, cast.guest);

  await press(page, `Call in: ${cast.patient}`);
  await shows(page, 'confirm-call-in');
  yield { name: 'sitting-call-in-question', page };
  await click(page, 'confirm-call-in');
  await Promise.all([page, patient].map((one) => one.waitForSelector(seen)));
  yield { name: 'sitting-call', page };
  await press(page, `Call in: ${cast.guest}`);
  await saysIn(page, 'dialog[open]', 'You are with somebody already');
  yield { name: 'sitting-call-one-at-a-time', page };
  await page.keyboard.press('Escape');
  await click(page, 'transfer');
  await page.waitForSelector('dialog[open] select');
  yield { name: 'sitting-transfer-question', page };
  await page.keyboard.press('Escape');
  await click(page, 'send-back');
  await shows(page, 'confirm-send-back');
  yield { name: 'sitting-send-back-question', page };
  await page.keyboard.press('Escape');

  await click(page, 'hold');
  await shows(page, 'hold-stage');
  yield { name: 'sitting-hold', page };
  await click(page, 'bring-back-alone');
  await Promise.all([page, patient].map((one) => one.waitForSelector(seen)));
  await click(page, 'remove');
  await click(page, 'confirm-remove');
  await objects(page);
  yield { name: 'sitting-remove-reason-missing', page };
  await page.locator('dialog ::-p-text(Something else)').click();
  yield { name: 'sitting-remove-own-words', page };
  await page.keyboard.press('Escape');
  await removeFromCall(page);
  await shows(page, 'alone');
  yield { name: 'sitting-nobody-left', page };
  await click(page, 'back-to-list');
  await shows(page, 'told');
  yield { name: 'sitting-between', page };
}

/** Somebody is called in over a line that was just lost. */
export async function* callingInVain(stage: Stage): AsyncGenerator<State> {
  const { id: clinicId } = await newClinic(stage.admin, { name: 'Skin clinic' });
  const account = await stage.account(stage.cast.clinician, ['clinician']);
  const address = stage.wire.over(`${stage.server.origin}/staff/waiting`);
  const page = await stage.open(address, { session: account });
  await stage.waiting((await stage.consultation({ clinicId })).patientLink, stage.cast.patient);
  await press(page, `Call in: ${stage.cast.patient}`);
  await shows(page, 'confirm-call-in');
  stage.wire.cut();
  await click(page, 'confirm-call-in');
  await shows(page, 'stop-calling');
  yield { name: 'sitting-calling', page };
  await click(page, 'stop-calling');
  await shows(page, 'devices-off');
  yield { name: 'sitting-stopped', page };
}

/** A call on a page of its own, with the patient on hold. */
export async function* onHold(stage: Stage): AsyncGenerator<State> {
  const { clinician } = await stage.call();
  await click(clinician, 'hold');
  await shows(clinician, 'hold-stage');
  yield { name: 'clinician-call-on-hold', page: clinician };
}
