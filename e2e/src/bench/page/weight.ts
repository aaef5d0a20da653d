import type { Browser, Page } from 'puppeteer-core';
import { openTab } from '../../support/browsers.ts';
import { admit, endForEverybody, giveDetails, shows, turnOnDevices } from '../../support/people.ts';
import { Scales } from '../../support/scales.ts';

const patient = 'Ann Example';

/** What a patient's page may weigh, in bytes. */
export const budget = { waitingPage: 45_000, wholeJourney: 110_000 };

/** Comes to wait without ever being sent these parts. */
export async function waitWithout(parts: string[], browser: Browser, link: string): Promise<Scales> {
  const { page, context } = await openTab(browser);
  const scales = await Scales.under(page, parts);
  await page.goto(link);
  await giveDetails(page, patient);
  await turnOnDevices(page);
  await scales.idle();
  await context.close();
  return scales;
}

/** What both sides of a consultation were sent. */
interface Journey {
  patient: Scales;
  clinician: Scales;
}

/** Goes from the links to the goodbye. */
export async function goAllTheWay(
  browser: Browser,
  links: { patientLink: string; clinicianLink: string },
): Promise<Journey> {
  const tabs = await Promise.all([openTab(browser), openTab(browser)]);
  const [theirs, own] = tabs.map(({ page }) => page) as [Page, Page];
  const clinician = await Scales.under(theirs);
  const scales = await Scales.under(own);
  await theirs.goto(links.clinicianLink);
  await own.goto(links.patientLink);
  await giveDetails(own, patient);
  await turnOnDevices(own);
  await admit(theirs, patient);
  await own.waitForSelector('[data-state="seen"]');
  await endForEverybody(theirs);
  await shows(own, 'goodbye-screen');
  await Promise.all([clinician.idle(), scales.idle()]);
  await Promise.all(tabs.map(({ context }) => context.close()));
  return { patient: scales, clinician };
}
