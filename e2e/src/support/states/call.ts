import { admit, click, giveDetails, saysIn, shows, turnOnDevices } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

export async function* twoInACall(stage: Stage): AsyncGenerator<State> {
  const { clinician, patient } = await stage.call({ overWire: 'patient' });
  yield { name: 'patient-call', page: patient };
  yield { name: 'clinician-call', page: clinician };
  await click(patient, 'leave');
  await shows(patient, 'confirm-leave');
  yield { name: 'patient-leave-question', page: patient };
  await patient.keyboard.press('Escape');
  await click(clinician, 'end-call');
  await shows(clinician, 'confirm-end');
  yield { name: 'clinician-end-question', page: clinician };
  await clinician.keyboard.press('Escape');
  for (const page of [clinician, patient]) {
    await click(page, 'mute');
    await click(page, 'camera');
  }
  for (const page of [clinician, patient]) await page.waitForSelector('[data-state="cameraOff"]');
  yield { name: 'patient-call-cameras-off', page: patient };
  yield { name: 'clinician-call-cameras-off', page: clinician };
  stage.wire.cut();
  await shows(patient, 'reconnecting');
  yield { name: 'patient-call-reconnecting', page: patient };
  await clinician.waitForSelector('[data-state="dropped"]');
  yield { name: 'clinician-call-patient-dropped', page: clinician };
}

export async function* threeInACall(stage: Stage): AsyncGenerator<State> {
  const { patientLink, clinician, patient } = await stage.call({ overWire: 'clinician' });
  const guest = await stage.guest(patientLink);
  await giveDetails(guest, stage.cast.guest);
  await turnOnDevices(guest);
  await saysIn(clinician, '[data-testid="queue-item"]', stage.cast.guest);
  yield { name: 'clinician-call-somebody-waits', page: clinician };
  await admit(clinician, stage.cast.guest);
  for (const page of [clinician, patient, guest]) {
    await page.waitForFunction(() => document.querySelectorAll('[data-state="seen"]').length === 2);
  }
  yield { name: 'clinician-call-of-three', page: clinician };
  yield { name: 'patient-call-of-three', page: patient };
  await click(clinician, 'remove');
  await shows(clinician, 'confirm-remove');
  yield { name: 'clinician-remove-question', page: clinician };
  await clinician.keyboard.press('Escape');
  stage.wire.cut();
  await shows(clinician, 'reconnecting');
  yield { name: 'clinician-call-reconnecting', page: clinician };
  await patient.waitForSelector('[data-state="dropped"]');
  yield { name: 'patient-call-clinician-dropped', page: patient };
}
