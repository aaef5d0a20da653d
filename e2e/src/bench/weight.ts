import type { Browser } from 'puppeteer-core';
import { launchChromium, openTab } from '../support/browsers.ts';
import { HttpClient } from '../support/http-client.ts';
import { laterParts } from '../support/later-parts.ts';
import { admit, endForEverybody, follow, giveDetails, shows, turnOnDevices } from '../support/people.ts';
import { Scales } from '../support/scales.ts';
import { ServerProcess } from '../support/server.ts';
import type { Bench } from './bench.ts';

const patient = 'Ann Example';

/** What a patient's page may weigh, in bytes. */
export const budget = { waitingPage: 45_000, wholeJourney: 110_000 };

/**
 * What a patient is sent, with an empty cache, in English, in bytes.
 * - `waiting-page`: the HTML, scripts and styles without which nobody could wait, compressed as they are sent. It is
 *   measured by keeping away everything else, which the page fetches while somebody reads.
 * - `whole-journey`: all HTML, scripts and styles from the link through a call to the goodbye
 * - `…-on-the-wire`: the same with headers, icon and answers to requests, everything that came over HTTP
 * - `socket-handshake`: the answer by which the connection becomes a WebSocket, which is in none of these
 */
export const weight: Bench<
  'waiting-page' | 'waiting-page-on-the-wire' | 'whole-journey' | 'whole-journey-on-the-wire' | 'socket-handshake'
> = {
  cases: {
    'waiting-page': { unit: 'byte', target: { atMost: budget.waitingPage } },
    'waiting-page-on-the-wire': { unit: 'byte', target: null },
    'whole-journey': { unit: 'byte', target: { atMost: budget.wholeJourney } },
    'whole-journey-on-the-wire': { unit: 'byte', target: null },
    'socket-handshake': { unit: 'byte', target: null },
  },
  rounds: 5,
  prepare: async () => {
    const [server, browser, later] = await Promise.all([ServerProcess.start(), launchChromium(), laterParts()]);
    const admin = await HttpClient.signedInBy(server.links.admin);
    const newLinks = () => admin.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
    const ours = async () => {
      const waiting = await waitWithout(later, browser, (await newLinks()).patientLink);
      const journey = await goAllTheWay(browser, await newLinks());
      return {
        'waiting-page': waiting.pageBytes,
        'waiting-page-on-the-wire': waiting.wireBytes,
        'whole-journey': journey.pageBytes,
        'whole-journey-on-the-wire': journey.wireBytes,
        'socket-handshake': journey.handshakeBytes,
      };
    };
    const close = async () => {
      await browser.close();
      await server.close();
    };
    return { contestants: { ours }, versions: { chromium: (await browser.version()).split('/')[1]! }, close };
  },
};

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

/** Goes from the link to the goodbye. */
export async function goAllTheWay(
  browser: Browser,
  links: { patientLink: string; clinicianLink: string },
): Promise<Scales> {
  const clinician = await follow(browser, links.clinicianLink);
  const { page, context } = await openTab(browser);
  const scales = await Scales.under(page);
  await page.goto(links.patientLink);
  await giveDetails(page, patient);
  await turnOnDevices(page);
  await admit(clinician.page, patient);
  await page.waitForSelector('[data-state="seen"]');
  await endForEverybody(clinician.page);
  await shows(page, 'goodbye-screen');
  await scales.idle();
  await Promise.all([context.close(), clinician.context.close()]);
  return scales;
}
