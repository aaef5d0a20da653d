import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openTab } from '../support/browsers.ts';
import {
  framesPresented,
  isWide,
  picturesEncoded,
  soundHeard,
  until,
  watchPeerConnections,
} from '../support/media-probe.ts';
import { whyNoNetworks, type Network } from '../support/network.ts';
import { admit, byTestId, giveDetails, saysIn, turnOnDevices } from '../support/people.ts';
import { hears, listenToThePage } from '../support/screen-reader.ts';
import { ServerProcess } from '../support/server.ts';
import { writeSpeech } from '../support/speech.ts';
import {
  longestGap,
  madeUpPercent,
  pictureBack,
  pictureStopped,
  recordTimeline,
  timelineOf,
} from '../support/timeline.ts';
import { mediaSettings, openNetwork, strengthen, weaken } from '../support/weak-network.ts';

const tile = (state: string) => `${byTestId('person-tile')}[data-state="${state}"]`;

/** Clinician and patient in a call; the patient's computer has a network of its own. */
describe.skipIf(whyNoNetworks !== null)(`a call on a weak network ${whyNoNetworks ?? ''}`, () => {
  let folder: string;
  let network: Network;
  let server: ServerProcess;
  let browsers: Browser[] = [];
  let clinician: Page;
  let patient: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'front-door-weak-'));
    await writeSpeech(join(folder, 'speech.wav'));
    network = await openNetwork();
    server = await ServerProcess.start({ env: { HOST: network.serverAddress, ...mediaSettings } });
    const args = [
      `--unsafely-treat-insecure-origin-as-secure=${server.origin}`,
      `--use-file-for-fake-audio-capture=${join(folder, 'speech.wav')}`,
    ];
    browsers = await Promise.all([launchChromium(args), launchChromium(args, { network })]);
    const prepare = [watchPeerConnections, listenToThePage];
    clinician = (await openTab(browsers[0]!, prepare)).page;
    patient = (await openTab(browsers[1]!, prepare)).page;
    await clinician.goto(server.links.clinician);
    await patient.goto(server.links.patient);
    await giveDetails(patient, 'Ann Example');
    await turnOnDevices(patient);
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
    await network.remove();
    await rm(folder, { recursive: true });
  });

  const both = () => [clinician, patient];
  const all = <T>(work: (page: Page) => Promise<T>): Promise<T[]> => Promise.all(both().map(work));

  it('[WEAK-5] [WEAK-6] begins on such a network as well, becomes sound alone, and says so on both sides', async () => {
    await weaken(network);
    await admit(clinician, 'Ann Example');
    await all(soundHeard);
    await all((page) => page.waitForSelector(tile('still')));
    await saysIn(patient, byTestId('weak'), 'Your connection is weak.');
    await saysIn(clinician, byTestId('weak'), 'The connection of Ann Example is weak.');
    await hears(patient, 'Your connection is weak.');
    await hears(clinician, 'The connection of Ann Example is weak.');
    await all(soundHeard);
  });

  it('[WEAK-3] [WEAK-5] shows pictures soon after the network is good, and says so once they stay', async () => {
    await all(recordTimeline);
    await strengthen(network);
    const mended = Date.now();
    await all((page) => page.waitForSelector(tile('seen')));
    // One that goes again at the first try is not said to be back.
    await all((page) => hears(page, 'The connection is better. Pictures are back.', { timeout: 60_000 }));
    const back = async () => (await all(timelineOf)).map((timeline) => pictureBack(timeline, mended));
    await until(back, (times) => !times.includes(null));
    for (const time of await back()) expect(time).toBeLessThanOrEqual(20_000);
  });

  it('[WEAK-2] [WEAK-3] turns them off in time when it is weak again, and the sound is understood', async () => {
    await weaken(network);
    const begun = Date.now();
    await all((page) => page.waitForFunction(playedSince, { timeout: 60_000 }, begun, 20 * 48_000));
    for (const timeline of await all(timelineOf)) {
      const now = timeline.at(-1)!.at;
      expect(pictureStopped(timeline, begun)).toBeLessThanOrEqual(10_000);
      expect(madeUpPercent(timeline, begun, now)).toBeLessThan(10);
      expect(longestGap(timeline, begun, now)).toBeLessThanOrEqual(1_000);
    }
  });

  it('[WEAK-4] takes only what the patient sees, which then is not sent, when only the way to them is weak', async () => {
    await strengthen(network);
    await all((page) => page.waitForSelector(tile('seen')));
    // Begins anew with all of the picture, which would else come back step by step.
    await patient.reload();
    await isWide(patient, byTestId('remote-video'), 640);
    await clinician.waitForSelector(tile('seen'));
    // Less than the smallest picture takes beside the sound.
    await network.limit({ kbitPerSecond: 110 }, 'to the host');
    await patient.waitForSelector(tile('still'));
    await saysIn(patient, byTestId('weak'), 'We stopped the picture you see');
    await saysIn(clinician, byTestId('weak'), 'They do not see you at the moment');
    await until(
      () => picturesEncoded(clinician, 1_000),
      (frames) => frames === 0,
    );
    await framesPresented(clinician, byTestId('remote-video'), 20);
    expect(await clinician.$(tile('seen'))).not.toBeNull();
  });
});

/** Runs in the page: whether so many samples were played since a moment. */
function playedSince(from: number, enough: number): boolean {
  const { timeline } = window as unknown as { timeline: Array<{ at: number; played: number }> };
  const first = timeline.find(({ at }) => at >= from);
  return first !== undefined && timeline.at(-1)!.played - first.played >= enough;
}
