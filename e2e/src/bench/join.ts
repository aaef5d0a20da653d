import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../support/browsers.ts';
import { HttpClient, secretOf } from '../support/http-client.ts';
import { admit, arriveAndWait, byTestId, endForEverybody, follow, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { writeSpeech } from '../support/speech.ts';
import { settling } from './bare.ts';
import type { Bench } from './bench.ts';
import { clickedAt, firstsOf, fullSizeAt, noteFirsts, ownPictureAt } from './firsts.ts';
import { Floor } from './floor/floor.ts';
import { Peer } from './peer/peer.ts';

const cases = {
  'admit-to-first-frame': { unit: 'ms', target: { timesFloor: 0.5, p95: 1 } },
  'admit-to-first-sound': { unit: 'ms', target: { timesFloor: 0.5, p95: 1 } },
  'full-size': { unit: 'ms', target: { times: 1.5, of: 'admit-to-first-frame' } },
  'link-to-waiting': { unit: 'ms', target: null },
  'cold-join': { unit: 'ms', target: { timesFloor: 1.2, timesPeer: 1 } },
} as const;

type Samples = Record<keyof typeof cases, number>;

/**
 * How long people wait for each other, in browsers, on a server as `npm start` runs it. All pages are of one browser.
 * Its microphone gives speech without a pause: the first sound is never late because nobody spoke.
 * - `admit-to-first-frame`: from the click that confirms the admission until both pages have presented a picture of the
 *   other; the patient has waited for some seconds
 * - `admit-to-first-sound`: until on both pages the first sound of the other that is not silence is handed on to be
 *   played; what the operating system and the speaker take after that is not in it
 * - `full-size`: until both pages present the other's picture as large as the other's camera takes it
 * - `link-to-waiting`: from the navigation of a patient who has been there, so that neither details nor devices are
 *   asked for again, until the page says where they are in the queue and shows them their own picture
 * - `cold-join`: from the navigation of a patient who was let in already until the first picture of the clinician, who
 *   is in the call
 *
 * Every page is fetched with an empty cache. Floor and peer are cold joins of a bare page, from the navigation to the
 * first picture or sound of somebody who has settled: on a bare mediasoup and on Janus.
 */
export const join: Bench<keyof typeof cases> = {
  cases,
  rounds: 21,
  warmUp: true,
  prepare: async () => {
    const folder = await mkdtemp(pathOf(tmpdir(), 'front-door-join-'));
    const speech = pathOf(folder, 'speech.wav');
    await writeSpeech(speech);
    const browser = await launchChromium([`--use-file-for-fake-audio-capture=${speech}`]);
    const server = await ServerProcess.start({ env: { LOG_LEVEL: 'warn' } });
    const admin = new HttpClient(server.origin);
    await admin.send('staff-links.sign-in', { secret: secretOf(server.links.admin) });
    const [bare, janus] = await Promise.all([Floor.prepare(), Peer.prepare()]);

    const ours = async () =>
      consult(browser, await admin.send('consultations.create', { clinicianName: 'Dr Asha Patel' }));
    const cold = (system: Floor | Peer) => async () => {
      const { picture, sound } = await system.join(browser);
      return { 'admit-to-first-frame': picture, 'admit-to-first-sound': sound, 'cold-join': picture };
    };
    return {
      contestants: { ours, floor: cold(bare), peer: cold(janus) },
      versions: { chromium: (await browser.version()).split('/')[1]!, janus: janus.version },
      close: async () => {
        await browser.close();
        bare.close();
        await Promise.all([janus.close(), server.close()]);
        await rm(folder, { recursive: true });
      },
    };
  },
};

const patientName = 'Ann Example';

async function consult(browser: Browser, links: { clinicianLink: string; patientLink: string }): Promise<Samples> {
  const clinician = await follow(browser, links.clinicianLink, [noteFirsts]);
  const patient = await arriveAndWait(browser, links.patientLink, patientName, [noteFirsts]);
  const pages = [clinician.page, patient.page] as const;
  try {
    const waited = await toWaiting(patient.page, links.patientLink);
    await pause(settling);
    const admission = await letIn(pages);
    const cold = await backIntoTheCall(patient.page, links.patientLink);
    await endForEverybody(clinician.page);
    return { ...admission, 'link-to-waiting': waited, 'cold-join': cold };
  } finally {
    await Promise.all([clinician.context.close(), patient.context.close()]);
  }
}

async function toWaiting(page: Page, link: string): Promise<number> {
  await openAnew(page, link);
  const { opened, ownPicture } = await ownPictureAt(page);
  await shows(page, 'waiting-screen');
  return ownPicture - opened;
}

async function letIn([clinician, patient]: readonly [Page, Page]) {
  const pages = [clinician, patient];
  const [wide, ...same] = new Set(await Promise.all(pages.map(cameraWidth)));
  if (same.length > 0) throw new Error('Both pages have the same camera.');
  await admit(clinician, patientName);
  const firsts = await Promise.all(pages.map(firstsOf));
  const clicked = await clickedAt(clinician);
  const full = await Promise.all(pages.map((page) => fullSizeAt(page, wide!)));
  const slowest = (times: number[]) => Math.max(...times) - clicked;
  return {
    'admit-to-first-frame': slowest(firsts.map(({ picture }) => picture)),
    'admit-to-first-sound': slowest(firsts.map(({ sound }) => sound)),
    'full-size': slowest(full),
  };
}

async function backIntoTheCall(page: Page, link: string): Promise<number> {
  await page.goto('about:blank');
  await pause(settling);
  await openAnew(page, link);
  const { opened, picture } = await firstsOf(page);
  return picture - opened;
}

/** By a link that was opened in this tab before, as if the browser had fetched nothing of it yet. */
async function openAnew(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  const devTools = await page.createCDPSession();
  await devTools.send('Network.clearBrowserCache');
  await devTools.detach();
  await page.goto(link);
}

const cameraWidth = (page: Page): Promise<number> =>
  page.$eval(byTestId('self-video'), (video) => {
    const stream = (video as HTMLVideoElement).srcObject as MediaStream;
    return stream.getVideoTracks()[0]!.getSettings().width!;
  });
