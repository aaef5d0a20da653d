import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectedCount,
  framesPresented,
  mediaPort,
  peerConnectionCount,
  received,
  soundHeard,
  until,
} from '../support/media-probe.ts';
import { workerUnder } from '../support/media-workers.ts';
import { admit, byTestId, click, giveDetails, shows, turnOnDevices } from '../support/people.ts';
import { asked, noteSocketMessages } from '../support/socket-messages.ts';
import { Stage, usualCast } from '../support/stage.ts';

const picture = byTestId('remote-video');
const pictures = (page: Page) => framesPresented(page, picture, 30);

/**
 * Two calls, each on a media worker of its own; only the first one's is ever killed. Before the end it has died more
 * often than the server takes for an accident, and still the call goes on.
 */
describe('the death of a media worker', () => {
  let stage: Stage;
  let clinician: Page;
  let patient: Page;
  let patientLink: string;
  let others: Page[];

  beforeAll(async () => {
    stage = await Stage.set(usualCast, 'en', { WORKERS: '2' });
    const other = await stage.call();
    others = [other.clinician, other.patient];
    ({ clinician, patient, patientLink } = await stage.call());
    await seeAndHear(clinician, patient, ...others);
  });
  afterAll(() => stage.close());

  const carrier = () => workerUnder(clinician, stage.server);
  const kill = async () => process.kill(await carrier(), 'SIGKILL');

  it('[MEDIA-5] is over for both without a click, while another call notices nothing', async () => {
    const worker = await carrier();
    expect(await workerUnder(others[0]!, stage.server)).not.toBe(worker);
    const before = await Promise.all(others.map(standing));
    await Promise.all(others.map(noteNotices));
    process.kill(worker, 'SIGKILL');
    await Promise.all([seeAndHear(clinician, patient), ...others.map(pictures)]);
    expect(await carrier()).not.toBe(worker);
    expect(await Promise.all(others.map(standing))).toEqual(before);
    expect(await Promise.all(others.map(noticesSince))).toEqual([[], []]);
  });

  it('[MEDIA-5] leaves whoever was muted muted, and cameras off that were off, at the server too', async () => {
    await click(patient, 'mute');
    await click(clinician, 'camera');
    await shows(clinician, 'person-muted');
    await patient.waitForSelector(cameraOff);
    await kill();
    // What moves again tells that the patient's side is back, what is heard again that the clinician's is.
    await Promise.all([pictures(clinician), newSound(patient)]);
    await shows(clinician, 'person-muted');
    await patient.waitForSelector(cameraOff);
    expect((await received(clinician)).audioPackets).toBe(0);
    expect((await received(patient)).videoPackets).toBe(0);

    await click(patient, 'mute');
    await click(clinician, 'camera');
    await seeAndHear(clinician, patient);
  });

  it('[MEDIA-6] also lets those in who were just opening their media', async () => {
    const guest = await stage.open(patientLink, { prepare: [noteSocketMessages] });
    await click(guest, 'join-as-guest');
    await giveDetails(guest, stage.cast.guest);
    await turnOnDevices(guest);
    await until(
      () => connectedCount(guest),
      (ways) => ways === 2,
    );
    const worker = await carrier();
    // It answers nobody any more, so the guest's request is on its way until it dies.
    process.kill(worker, 'SIGSTOP');
    await admit(clinician, stage.cast.guest);
    await asked(guest, 'media:begin');
    process.kill(worker, 'SIGKILL');
    await Promise.all([clinician, patient, guest].map(seesTwo));
    await guest.browserContext().close();
    await seeAndHear(clinician, patient);
  });

  it('[MEDIA-7] is told, where the worker only hangs, until it is ended and all is back', async () => {
    process.kill(await carrier(), 'SIGSTOP');
    await Promise.all([clinician, patient].map((page) => shows(page, 'media-failing')));
    await seeAndHear(clinician, patient);
    await Promise.all(
      [clinician, patient].map((page) => page.waitForSelector(byTestId('media-failing'), { hidden: true })),
    );
  });

  it('[MEDIA-5] [MEDIA-4] is got over also when the next worker dies while the call moves there', async () => {
    const port = await mediaPort(clinician);
    await kill();
    await until(
      () => mediaPort(clinician),
      (now) => now !== port,
    );
    await kill();
    await seeAndHear(clinician, patient, ...others);
  });
});

const cameraOff = '[data-testid="person-tile"][data-state="cameraOff"]';

/** Everybody's picture moves, and then everybody is heard: with the pictures, what was lost has stopped to count. */
async function seeAndHear(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map(pictures));
  await Promise.all(pages.map(soundHeard));
}

/** Resolves when something is heard over a connection that is newer than any that was there. */
async function newSound(page: Page): Promise<void> {
  const before = await peerConnectionCount(page);
  await until(
    () => peerConnectionCount(page),
    (now) => now > before,
  );
  await soundHeard(page);
}

const seesTwo = (page: Page) =>
  page.waitForFunction(() => document.querySelectorAll('[data-testid="person-tile"][data-state="seen"]').length === 2);

/** What a call stands on: the connections ever made, and the very stream that is shown. */
const standing = async (page: Page) => ({
  connections: await peerConnectionCount(page),
  track: await page.$eval(
    picture,
    (video) => ((video as HTMLVideoElement).srcObject as MediaStream).getTracks()[0]!.id,
  ),
});

interface Noticing extends Window {
  notices: string[];
}

/** From now on keeps which notices of trouble are ever shown. */
const noteNotices = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const notices: string[] = [];
    (window as unknown as Noticing).notices = notices;
    new MutationObserver(() => {
      for (const notice of document.querySelectorAll('[data-testid="reconnecting"], [data-testid="media-failing"]')) {
        notices.push(notice.textContent);
      }
    }).observe(document.body, { childList: true, subtree: true });
  });

const noticesSince = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as Noticing).notices);
