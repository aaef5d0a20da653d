import { click, giveDetails, shows } from '../people.ts';
import type { Stage } from '../stage.ts';
import { appsBrowsers, asYearsAgo, withoutCalls, withoutCamera, withoutDevices } from '../user-agents.ts';
import type { State } from './story.ts';

export async function* inTheWrongBrowser(stage: Stage): AsyncGenerator<State> {
  const { patientLink } = await stage.consultation();
  for (const [app, userAgent] of Object.entries(appsBrowsers)) {
    const page = await stage.open(patientLink, { userAgent });
    await shows(page, 'arrived');
    yield { name: `browser-${app.toLowerCase().replaceAll(' ', '-')}`, page };
    await page.locator('summary').click();
    await page.waitForSelector('.fd-qr');
    yield { name: `browser-${app.toLowerCase().replaceAll(' ', '-')}-code`, page };
  }
  const userAgent = appsBrowsers['Facebook on Android'];
  const barred = await stage.open(patientLink, { userAgent, prepare: [withoutDevices] });
  await shows(barred, 'arrived');
  yield { name: 'browser-app-without-devices', page: barred };
  const unable = await stage.open(patientLink, { prepare: [withoutCalls] });
  await shows(unable, 'arrived');
  yield { name: 'browser-without-calls', page: unable };
  const old = await stage.open(patientLink, { prepare: [asYearsAgo] });
  await shows(old, 'browser-advice');
  yield { name: 'browser-too-old', page: old };

  const { patientLink: another } = await stage.consultation();
  const blind = await stage.open(another, { prepare: [withoutCamera] });
  await giveDetails(blind, stage.cast.patient);
  await shows(blind, 'devices-screen');
  await blind.locator(`[data-testid="elsewhere"] summary`).click();
  await shows(blind, 'gives-way');
  yield { name: 'patient-devices-no-camera', page: blind };
  await click(blind, 'without-devices');
  await shows(blind, 'waiting-screen');
  yield { name: 'patient-waiting-no-camera', page: blind };
}
