import { byTestId, click, fill, giveDetails, objects, ownPicture, shows } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

export async function* patientWaits(stage: Stage): AsyncGenerator<State> {
  const { patientLink } = await stage.consultation();
  const page = await stage.open(stage.wire.over(patientLink));
  await shows(page, 'details-screen');
  yield { name: 'patient-details', page };
  await click(page, 'check-in');
  await objects(page);
  yield { name: 'patient-details-wrong', page };
  await giveDetails(page, stage.cast.patient);
  await shows(page, 'devices-screen');
  yield { name: 'patient-devices', page };
  await click(page, 'turn-on-devices');
  await ownPicture(page);
  await page.waitForSelector('[data-testid="connection-result"][data-state="good"]');
  yield { name: 'patient-check', page };
  await click(page, 'play-sound');
  await click(page, 'sound-not-heard');
  yield { name: 'patient-check-sound-not-heard', page };
  await click(page, 'ring-me');
  await click(page, 'send-ring-me');
  await objects(page);
  yield { name: 'patient-ring-me', page };
  await fill(page, 'phone', '01632 960 001');
  await click(page, 'send-ring-me');
  await shows(page, 'ring-me-done');
  await click(page, 'go-on');
  await shows(page, 'waiting-screen');
  yield { name: 'patient-waiting', page };
  await click(page, 'open-check');
  await shows(page, 'check-panel');
  yield { name: 'patient-waiting-checks-again', page };
  await click(page, 'close-check');
  await click(page, 'correct-name');
  await shows(page, 'details-screen');
  yield { name: 'patient-corrects-name', page };
  await click(page, 'check-in');
  await shows(page, 'waiting-screen');
  await click(page, 'mute');
  await click(page, 'camera');
  await shows(page, 'self-muted');
  yield { name: 'patient-waiting-muted', page };
  stage.wire.cut();
  await shows(page, 'reconnecting');
  yield { name: 'patient-waiting-reconnecting', page };
}

export async function* patientWithoutDevices(stage: Stage): AsyncGenerator<State> {
  const { patientLink, clinicianLink } = await stage.consultation();
  // The browser asks outside the page; here it waits for the answer for ever.
  const asked = await stage.open(patientLink, { prepare: [neverAnswer] });
  await giveDetails(asked, stage.cast.patient);
  await click(asked, 'turn-on-devices');
  await asked.waitForSelector(`${byTestId('turn-on-devices')}[aria-disabled="true"]`);
  yield { name: 'patient-devices-asked', page: asked };

  const other = await stage.open(patientLink);
  await shows(other, 'in-use-screen');
  yield { name: 'patient-link-in-use', page: other };
  await click(other, 'use-this-device');
  await shows(asked, 'goodbye-screen');
  yield { name: 'patient-taken-over', page: asked };

  const refused = await stage.open(patientLink, { devices: false });
  await click(refused, 'join-as-guest');
  await giveDetails(refused, stage.cast.guest);
  await click(refused, 'turn-on-devices');
  await shows(refused, 'device-problem');
  yield { name: 'patient-devices-refused', page: refused };

  await click(other, 'without-devices');
  await shows(other, 'waiting-screen');
  yield { name: 'patient-waiting-without-devices', page: other };
  const clinician = await stage.open(clinicianLink, { devices: false });
  await shows(clinician, 'device-problem');
  yield { name: 'clinician-lobby-devices-refused', page: clinician };
  await click(clinician, 'admit');
  await click(clinician, 'confirm-admit');
  await shows(other, 'call-screen');
  await shows(other, 'turn-on-devices');
  yield { name: 'patient-call-without-devices', page: other };
  await shows(clinician, 'call-screen');
  yield { name: 'clinician-call-without-devices', page: clinician };
}

/** Runs in the page. */
function neverAnswer(): void {
  navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
}
