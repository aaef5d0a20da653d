import type { Browser } from 'puppeteer-core';
import { launchChromium, openTab } from '../../support/browsers.ts';
import { HttpClient, secretOf } from '../../support/http-client.ts';
import { laterParts } from '../../support/later-parts.ts';
import { byTestId, giveDetails, turnOnDevices } from '../../support/people.ts';
import { ServerProcess } from '../../support/server.ts';
import type { Bench } from '../bench.ts';
import { BarePage } from './bare-page.ts';
import { SlowPhone, type Usable } from './slow-phone.ts';
import { budget, goAllTheWay, waitWithout } from './weight.ts';

const cases = {
  'details-usable': { unit: 'ms', target: { timesFloor: 3 } },
  'details-main-thread': { unit: 'ms', target: null },
  'details-requests': { unit: 'count', target: null },
  'waiting-usable': { unit: 'ms', target: { timesFloor: 2.7 } },
  'waiting-main-thread': { unit: 'ms', target: null },
  'waiting-requests': { unit: 'count', target: null },
  'waiting-usable-again': { unit: 'ms', target: null },
  'clinician-usable': { unit: 'ms', target: { timesFloor: 3.8 } },
  'clinician-main-thread': { unit: 'ms', target: null },
  'clinician-requests': { unit: 'count', target: null },
  'waiting-page': { unit: 'byte', target: { atMost: budget.waitingPage } },
  'waiting-page-on-the-wire': { unit: 'byte', target: null },
  'whole-journey': { unit: 'byte', target: { atMost: budget.wholeJourney } },
  'whole-journey-on-the-wire': { unit: 'byte', target: null },
  'whole-journey-requests': { unit: 'count', target: null },
  'clinician-journey': { unit: 'byte', target: null },
  'clinician-journey-requests': { unit: 'count', target: null },
  'socket-handshake': { unit: 'byte', target: null },
} as const;

/**
 * What a page costs before it is of use. The first cases are those of a slow phone on a slow network, as
 * {@link SlowPhone} has them, with an empty cache:
 * - `details-…`: a patient opens the link for the first time, until the form for the name is there
 * - `waiting-…`: a patient who has been there, so that neither details nor devices are asked for again, until the page
 *   shows them waiting, with their own picture; `waiting-usable-again` with what the browser has kept
 * - `clinician-…`: a clinician opens the link, until they see who waits
 * - `…-main-thread`: for how long the page was at work until then
 * - `…-requests`: what had been answered over HTTP by then
 *
 * Their floor is a page of as many bytes in one answer, which has nothing to ask for; for `waiting` it shows the own
 * picture too. The others are what is sent, in English, weighed once, since it is the same every time:
 * - `waiting-page`: the HTML, scripts and styles without which nobody could wait, compressed as they are sent. It is
 *   measured by keeping away everything else, which the page fetches while somebody reads.
 * - `whole-journey`, `clinician-journey`: all HTML, scripts and styles from the link through a call to the goodbye
 * - `…-on-the-wire`: the same with headers, icon and answers to requests, everything that came over HTTP
 * - `socket-handshake`: the answer by which the connection becomes a WebSocket, which is in none of these
 */
export const page: Bench<keyof typeof cases> = {
  cases,
  rounds: 21,
  warmUp: true,
  prepare: async () => {
    const [server, browser, bare] = await Promise.all([ServerProcess.start(), launchChromium(), BarePage.start()]);
    const admin = new HttpClient(server.origin);
    await admin.send('staff-links.sign-in', { secret: secretOf(server.links.admin) });
    const newLinks = () => admin.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
    const weights = await weigh(browser, newLinks);
    let seen: Seen | null = null;
    const ours = async () => {
      seen = await openOurs(browser, await newLinks());
      return { ...weights, ...samplesOf(seen), 'waiting-usable-again': seen.again.took };
    };
    const floor = async () => samplesOf(await openBare(browser, bare, seen!));
    const close = async () => {
      await browser.close();
      await server.close();
      bare.close();
    };
    return { contestants: { ours, floor }, versions: { chromium: (await browser.version()).split('/')[1]! }, close };
  },
};

interface Links {
  patientLink: string;
  clinicianLink: string;
}

/** The pages on the slow phone. */
interface Seen {
  details: Usable;
  waiting: Usable;
  again: Usable;
  clinician: Usable;
}

async function openOurs(browser: Browser, { patientLink, clinicianLink }: Links): Promise<Seen> {
  const patient = await openTab(browser);
  const phone = await SlowPhone.of(patient.page);
  const details = await phone.open(patientLink, byTestId('details-screen'));
  await giveDetails(patient.page, 'Ann Example');
  await turnOnDevices(patient.page);
  const ownPicture = `${byTestId('waiting-screen')} ${byTestId('self-video')}`;
  const waiting = await phone.open(patientLink, ownPicture);
  await patient.page.waitForNetworkIdle();
  const again = await phone.open(patientLink, ownPicture, { cached: true });

  const other = await openTab(browser);
  const clinician = await (await SlowPhone.of(other.page)).open(clinicianLink, byTestId('queue-item'));
  await Promise.all([patient.context.close(), other.context.close()]);
  return { details, waiting, again, clinician };
}

/** Bare pages of as many bytes as had come of ours. */
async function openBare(browser: Browser, bare: BarePage, ours: Seen): Promise<Omit<Seen, 'again'>> {
  const { page: tab, context } = await openTab(browser);
  const phone = await SlowPhone.of(tab);
  const details = await phone.open(bare.address('main', ours.details.bytes), 'main');
  const waiting = await phone.open(bare.address('video', ours.waiting.bytes), 'video');
  const clinician = await phone.open(bare.address('main', ours.clinician.bytes), 'main');
  await context.close();
  return { details, waiting, clinician };
}

const samplesOf = (opened: Omit<Seen, 'again'>) => ({
  ...samplesOfOne('details', opened.details),
  ...samplesOfOne('waiting', opened.waiting),
  ...samplesOfOne('clinician', opened.clinician),
});

const samplesOfOne = <N extends string>(name: N, { took, mainThread, requests }: Usable) =>
  ({ [`${name}-usable`]: took, [`${name}-main-thread`]: mainThread, [`${name}-requests`]: requests }) as Record<
    `${N}-usable` | `${N}-main-thread` | `${N}-requests`,
    number
  >;

async function weigh(browser: Browser, newLinks: () => Promise<Links>) {
  const waiting = await waitWithout(await laterParts(), browser, (await newLinks()).patientLink);
  const { patient, clinician } = await goAllTheWay(browser, await newLinks());
  return {
    'waiting-page': waiting.pageBytes,
    'waiting-page-on-the-wire': waiting.wireBytes,
    'whole-journey': patient.pageBytes,
    'whole-journey-on-the-wire': patient.wireBytes,
    'whole-journey-requests': patient.loads.length,
    'clinician-journey': clinician.pageBytes,
    'clinician-journey-requests': clinician.loads.length,
    'socket-handshake': patient.handshakeBytes,
  };
}
