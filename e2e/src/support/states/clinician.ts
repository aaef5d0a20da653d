import { click, giveDetails, saysIn, shows } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { State } from './story.ts';

const queueItem = '[data-testid="queue-item"]';

export async function* clinicianReceives(stage: Stage): AsyncGenerator<State> {
  const { patientLink, clinicianLink } = await stage.consultation();
  const page = await stage.open(clinicianLink);
  await shows(page, 'lobby-screen');
  await shows(page, 'self-video');
  yield { name: 'clinician-lobby', page };

  // One who waits, one who was cut off, one who has only arrived.
  await stage.waiting(patientLink, stage.cast.patient);
  const cutOff = await stage.guest(stage.wire.over(patientLink));
  await giveDetails(cutOff, stage.cast.guest);
  await shows(cutOff, 'devices-screen');
  stage.wire.cut();
  await stage.guest(patientLink);
  await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 3, {}, queueItem);
  await saysIn(page, queueItem, 'Dropped');
  yield { name: 'clinician-lobby-queue', page };
  await click(page, 'admit');
  await shows(page, 'confirm-admit');
  yield { name: 'clinician-admit-question', page };
}
