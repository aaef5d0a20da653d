import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { admit, byTestId, endForEverybody, shows } from '../support/people.ts';
import { callInFromList } from '../support/sitting.ts';
import { settling } from './bare.ts';
import type { Bench } from './bench.ts';
import { clickedAt, firstsOf, fullSizeAt, ownPictureAt } from './firsts.ts';
import { Floor } from './floor/floor.ts';
import { Peer } from './peer/peer.ts';
import { openAnew, leavePage, patientName, Practice, waiting, type Meeting } from './practice.ts';

const cases = {
  'admit-to-first-frame': { unit: 'ms', target: { timesFloor: 0.5, p95: 1 } },
  'admit-to-first-sound': { unit: 'ms', target: { timesFloor: 0.5, p95: 1 } },
  'call-in-to-first-frame': { unit: 'ms', target: null },
  'full-size': { unit: 'ms', target: { times: 1.5, of: 'admit-to-first-frame' } },
  'link-to-waiting': { unit: 'ms', target: null },
  'cold-join': { unit: 'ms', target: { timesFloor: 1.2, timesPeer: 1 } },
} as const;

/**
 * How long people wait for each other, in browsers, on a server as `npm start` runs it. All pages are of one browser.
 * - `admit-to-first-frame`: from the click that confirms the admission until both pages have presented a picture of the
 *   other; the patient has waited until the connection was checked
 * - `admit-to-first-sound`: until on both pages the first sound of the other that is not silence is handed on to be
 *   played; what the operating system and the speaker take after that is not in it
 * - `call-in-to-first-frame`: the first from the click that calls somebody in from the waiting list, by a clinician whose
 *   devices are not on yet
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
    const [practice, bare, janus] = await Promise.all([Practice.open(), Floor.prepare(), Peer.prepare()]);
    const { browser } = practice;
    const cold = (system: Floor | Peer) => async () => {
      const { picture, sound } = await system.join(browser);
      return { 'admit-to-first-frame': picture, 'admit-to-first-sound': sound, 'cold-join': picture };
    };
    return {
      contestants: {
        ours: async () => ({
          ...(await consult(await practice.meeting())),
          ...(await callIn(await practice.sitting())),
        }),
        floor: cold(bare),
        peer: cold(janus),
      },
      versions: { chromium: (await browser.version()).split('/')[1]!, janus: janus.version },
      close: async () => {
        await practice.close();
        bare.close();
        await janus.close();
      },
    };
  },
};

async function consult({ clinician, patient, patientLink, close }: Meeting) {
  try {
    const toWait = await toWaiting(patient, patientLink);
    await pause(waiting);
    const admission = await letIn(clinician, patient);
    const cold = await backIntoTheCall(patient, patientLink);
    await endForEverybody(clinician);
    return { ...admission, 'link-to-waiting': toWait, 'cold-join': cold };
  } finally {
    await close();
  }
}

async function callIn({ clinician, patient, close }: Meeting) {
  try {
    await pause(waiting);
    await callInFromList(clinician, patientName);
    const firsts = await Promise.all([clinician, patient].map(firstsOf));
    const clicked = await clickedAt(clinician);
    return { 'call-in-to-first-frame': Math.max(...firsts.map(({ picture }) => picture)) - clicked };
  } finally {
    await close();
  }
}

async function toWaiting(page: Page, link: string): Promise<number> {
  await openAnew(page, link);
  const { opened, ownPicture } = await ownPictureAt(page);
  await shows(page, 'waiting-screen');
  return ownPicture - opened;
}

async function letIn(clinician: Page, patient: Page) {
  const pages = [clinician, patient];
  const cameras = await Promise.all(pages.map(cameraWidth));
  await admit(clinician, patientName);
  const firsts = await Promise.all(pages.map(firstsOf));
  const clicked = await clickedAt(clinician);
  const full = await Promise.all(pages.map((page, side) => fullSizeAt(page, cameras[1 - side]!)));
  const slower = (times: number[]) => Math.max(...times) - clicked;
  return {
    'admit-to-first-frame': slower(firsts.map(({ picture }) => picture)),
    'admit-to-first-sound': slower(firsts.map(({ sound }) => sound)),
    'full-size': slower(full),
  };
}

async function backIntoTheCall(page: Page, link: string): Promise<number> {
  await leavePage(page);
  await pause(settling);
  await openAnew(page, link);
  const { opened, picture } = await firstsOf(page);
  return picture - opened;
}

const cameraWidth = (page: Page): Promise<number> =>
  page.$eval(byTestId('self-video'), (video) => {
    const stream = (video as HTMLVideoElement).srcObject as MediaStream;
    return stream.getVideoTracks()[0]!.getSettings().width!;
  });
