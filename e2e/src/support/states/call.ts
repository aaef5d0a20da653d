import type { Page } from 'puppeteer-core';
import { fallSilent, takeDevices } from '../interruptions.ts';
import { admit, byTestId, click, giveDetails, saysIn, shows, turnOnDevices } from '../people.ts';
import type { Stage } from '../stage.ts';
import { emulation } from '../weak-network.ts';
import type { State } from './story.ts';

const weak = (limit: string) => `[data-testid="weak"][data-limit="${limit}"]`;
/** Bytes per second: less than the smallest picture takes beside the sound. */
const narrow = 12_000;

export async function* twoInACall(stage: Stage): AsyncGenerator<State> {
  const { clinician, patient } = await stage.call({ overWire: 'patient' });
  yield { name: 'patient-call', page: patient };
  yield { name: 'clinician-call', page: clinician };
  await takeDevices(patient, 'audio', 'video');
  await Promise.all([shows(patient, 'interrupted'), shows(clinician, 'person-interrupted')]);
  yield { name: 'patient-call-interrupted', page: patient };
  yield { name: 'clinician-call-patient-interrupted', page: clinician };
  await click(patient, 'carry-on');
  await clinician.waitForSelector(byTestId('person-interrupted'), { hidden: true });
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

/** On a network that the browser makes weak: first narrow for what the patient sends, then bad both ways. */
export async function* aWeakCall(stage: Stage): AsyncGenerator<State> {
  let emulate: Awaited<ReturnType<typeof emulation>> | undefined;
  const onOpen = async (page: Page, who: string) => who === 'patient' && (emulate = await emulation(page));
  const { clinician, patient } = await stage.call({ onOpen });
  await click(patient, 'save-data');
  for (const page of [clinician, patient]) await page.waitForSelector(weak('saving'));
  yield { name: 'patient-call-saving-data', page: patient };
  yield { name: 'clinician-call-saving-data', page: clinician };
  await click(patient, 'save-data');
  await emulate!({ uploadThroughput: narrow, packetQueueLength: 30 });
  for (const page of [clinician, patient]) await page.waitForSelector(weak('sends'));
  yield { name: 'patient-call-weak-way-out', page: patient };
  yield { name: 'clinician-call-weak-way-from-patient', page: clinician };
  // Narrow both ways, the browser would hold packets back for half a minute, as no network does.
  await emulate!({ packetLoss: 20 });
  for (const page of [clinician, patient]) await page.waitForSelector(weak('both'), { timeout: 60_000 });
  yield { name: 'patient-call-weak', page: patient };
  yield { name: 'clinician-call-patient-weak', page: clinician };
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
  await fallSilent(guest);
  await clinician.waitForSelector('[data-state="silent"]');
  yield { name: 'clinician-call-nothing-comes', page: clinician };
  stage.wire.cut();
  await shows(clinician, 'reconnecting');
  yield { name: 'clinician-call-reconnecting', page: clinician };
  await shows(patient, 'person-dropped');
  yield { name: 'patient-call-clinician-dropped-but-seen', page: patient };
  await fallSilent(clinician);
  await patient.waitForSelector('[data-state="dropped"]');
  yield { name: 'patient-call-clinician-dropped', page: patient };
}
