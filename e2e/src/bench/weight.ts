import type { Browser } from 'puppeteer-core';
import { launchChromium, openTab } from '../support/browsers.ts';
import { HttpClient, secretOf } from '../support/http-client.ts';
import { laterParts } from '../support/later-parts.ts';
import { admit, endForEverybody, follow, giveDetails, shows, turnOnDevices } from '../support/people.ts';
import { Scales } from '../support/scales.ts';
import { ServerProcess } from '../support/server.ts';
import type { Bench } from './bench.ts';

const patient = 'Ann Example';

/**
 * What a patient is sent over HTTP, with an empty cache, in English: pages, their parts and answers to their requests,
 * each with its headers, as it is compressed on the wire.
 * - `waiting-page`: all without which nobody could wait. It is measured by keeping everything else away.
 * - `while-waiting`: what has come by the time that somebody waits and nothing more is on its way, the code for media
 *   included
 * - `whole-journey`: from the link through a call to the goodbye
 * - `socket-handshake`: the answer by which the connection becomes a WebSocket, which is in none of these
 */
export const weight: Bench<'waiting-page' | 'while-waiting' | 'whole-journey' | 'socket-handshake'> = {
  cases: {
    'waiting-page': { unit: 'byte', target: { atMost: 45_000 } },
    'while-waiting': { unit: 'byte', target: null },
    'whole-journey': { unit: 'byte', target: { atMost: 110_000 } },
    'socket-handshake': { unit: 'byte', target: null },
  },
  rounds: 5,
  prepare: async () => {
    const [server, browser, later] = await Promise.all([ServerProcess.start(), launchChromium(), laterParts()]);
    const admin = new HttpClient(server.origin);
    await admin.send('staff-links.sign-in', { secret: secretOf(server.links.admin) });
    const newConsultation = () => admin.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
    const ours = async () => ({
      'waiting-page': await weighWaiting(browser, (await newConsultation()).patientLink, later),
      ...(await weighJourney(browser, await newConsultation())),
    });
    const close = async () => {
      await browser.close();
      await server.close();
    };
    return { contestants: { ours }, versions: { chromium: (await browser.version()).split('/')[1]! }, close };
  },
};

/** Waits, without ever being sent what is fetched later. */
async function weighWaiting(browser: Browser, link: string, later: string[]): Promise<number> {
  const { page, context } = await openTab(browser);
  const scales = await Scales.under(page, later);
  await page.goto(link);
  await giveDetails(page, patient);
  await turnOnDevices(page);
  await scales.idle();
  await context.close();
  return scales.total;
}

/** Goes from the link to the goodbye. */
async function weighJourney(browser: Browser, links: { patientLink: string; clinicianLink: string }) {
  const clinician = await follow(browser, links.clinicianLink);
  const { page, context } = await openTab(browser);
  const scales = await Scales.under(page);
  await page.goto(links.patientLink);
  await giveDetails(page, patient);
  await turnOnDevices(page);
  await scales.idle();
  const waiting = scales.total;

  await admit(clinician.page, patient);
  await page.waitForSelector('[data-state="seen"]');
  await endForEverybody(clinician.page);
  await shows(page, 'goodbye-screen');
  await scales.idle();
  await Promise.all([context.close(), clinician.context.close()]);
  return { 'while-waiting': waiting, 'whole-journey': scales.total, 'socket-handshake': scales.handshakes };
}
