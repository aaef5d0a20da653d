import type { Page } from 'puppeteer-core';
import { newClinic } from '../clinic.ts';
import { byTestId, click, giveDetails, saysIn, shows, turnOnDevices } from '../people.ts';
import { StaffSocket } from '../staff-socket.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

const minute = 60_000;
const clinicName = 'Minor illness and everything else';
const welcome = 'Welcome. Please have a list of your medicines at hand.\n\nWe call you as soon as we can.';

/** Somebody in a clinic's queue, from the last place to being called, and on hold. */
export async function* inAQueue(stage: Stage): AsyncGenerator<State> {
  const account = await stage.account(stage.cast.clinician, ['clinician']);
  const { origin } = stage.server;
  const { id: clinicId } = await newClinic(account, { name: clinicName, welcome });
  const desk = await StaffSocket.atDesk(origin, account);
  const first = await stage.consultation({ clinicId });
  const second = await stage.consultation({ clinicId, expectedAt: Date.now() + 5 * minute });
  try {
    await waits(await stage.open(first.patientLink), stage.cast.guest);
    const page = await stage.open(stage.wire.over(second.patientLink));
    await waits(page, stage.cast.patient);
    await shows(page, 'place');
    yield { name: 'queue-second', page };
    await desk.request('clinic:late', { clinicId, minutes: 20 });
    await shows(page, 'late');
    await page.locator('#sound').click();
    await page.waitForSelector(`${byTestId('sound-switch')}[data-state="ready"]`);
    yield { name: 'queue-late', page };
    const { consultationId, people } = await desk.roomOf(stage.cast.patient);
    const { visitId } = people[0]!;
    await desk.request('waiting:message', { consultationId, message: { template: 'still_there' } });
    await shows(page, 'messages');
    yield { name: 'queue-message', page };
    await click(page, 'send-answer');
    await page.waitForSelector('.nhsuk-error-summary', { visible: true });
    await page.locator('#text').fill('Yes, I am. Thank you.');
    await click(page, 'send-answer');
    await page.waitForSelector('.fd-message--own');
    await desk.request('waiting:message', { consultationId, message: { text: 'Good. Please stay.' } });
    await saysIn(page, byTestId('message'), 'Good.');
    yield { name: 'queue-answered', page };
    await desk.request('waiting:ring', { visitId, ringing: true });
    await shows(page, 'ringing');
    yield { name: 'queue-ringing', page };
    await desk.request('waiting:ring', { visitId, ringing: false });
    stage.wire.cut();
    await shows(page, 'place-kept');
    yield { name: 'queue-reconnecting', page };
    stage.wire.mend();
    await shows(page, 'connected');
    const clinician = await StaffSocket.inConsultation(origin, account, consultationId);
    await clinician.request('visit:admit', { visitId, confirmedName: stage.cast.patient });
    await shows(page, 'call-screen');
    await clinician.request('visit:hold', { visitId });
    await shows(page, 'held-screen');
    yield { name: 'held', page };
    clinician.close();
  } finally {
    desk.close();
    await account.send('clinics.close', { id: clinicId });
  }
}

async function waits(page: Page, name: string): Promise<void> {
  await giveDetails(page, name);
  await turnOnDevices(page);
}

/** Somebody at a clinic's own link who is not let in. */
export async function* atAClinicsLink(stage: Stage): AsyncGenerator<State> {
  const day = (new Date().getUTCDay() + 2) % 7;
  const hours = [
    { day: day + 1, from: 8 * 60 + 30, until: 12 * 60 },
    { day: day + 1, from: 14 * 60, until: 18 * 60 },
  ];
  const { id, url } = await newClinic(stage.admin, { name: clinicName, hours });
  const closed = await stage.open(url);
  await shows(closed, 'arrival-closed');
  yield { name: 'clinic-closed', page: closed };
  await stage.admin.send('clinics.close', { id });
  await click(closed, 'arrive-again');
  await shows(closed, 'arrival-unknown');
  yield { name: 'clinic-link-unknown', page: closed };
  const away = await stage.open(url, { prepare: [loseTheNetwork] });
  await shows(away, 'arrival-trying');
  await away.waitForSelector('.fd-notice');
  yield { name: 'clinic-link-trying', page: away };
}

/** Runs in the page. */
function loseTheNetwork(): void {
  window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
}
