import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, openTab } from '../support/browsers.ts';
import { HttpClient } from '../support/http-client.ts';
import { watchPeerConnections } from '../support/media-probe.ts';
import { whyNoNetworks, type Network } from '../support/network.ts';
import { admit, giveDetails, turnOnDevices } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { writeSpeech } from '../support/speech.ts';
import {
  longestGap,
  madeUpPercent,
  pictureBack,
  pictureStopped,
  recordTimeline,
  timelineOf,
  type Moment,
} from '../support/timeline.ts';
import { mediaSettings, openNetwork, spareMediaPort, strengthen, weaken } from '../support/weak-network.ts';
import type { Bench } from './bench.ts';
import { startBare } from './floor/floor.ts';

/** How long a call is good, then weak, then good again, ms. */
const phases = { settling: 10_000, weak: 30_000, recovered: 25_000 };

const cases = {
  'audio-concealed-percent': { unit: 'percent', target: { atMost: 10 } },
  'longest-audio-gap': { unit: 'ms', target: { atMost: 1_000 } },
  'video-off-after': { unit: 'ms', target: { atMost: 10_000 } },
  'video-back-after': { unit: 'ms', target: { atMost: 20_000 } },
} as const;

type Samples = Record<keyof typeof cases, number>;

/** Two pages in a call, the second one's on the network that gets weak. */
type OpenCall = (here: Browser, there: Browser) => Promise<[Page, Page]>;

/**
 * A call at 150 kbit/s with 5 % loss and 200 ms there and back, ours beside a bare page that leaves everything to the
 * browser and the SFU. Each case is the worse of both sides. Sound is measured by WebRTC's own count of samples that
 * the player had to make up: a gap is a time in which no sample was played that had come, looked at every 100 ms. The
 * picture is off when it stood still for 2 s, and back when it moves again and goes on for 3 s. Whose never stops, or
 * is never back, gets the whole time that was watched.
 */
export const weak: Bench<keyof typeof cases> = {
  cases,
  rounds: 3,
  prepare: async () => {
    if (whyNoNetworks !== null) throw new Error(whyNoNetworks);
    const folder = await mkdtemp(join(tmpdir(), 'front-door-weak-'));
    const speech = join(folder, 'speech.wav');
    await writeSpeech(speech);
    const network = await openNetwork();
    const { serverAddress } = network;
    const server = await ServerProcess.start({ env: { HOST: serverAddress, ...mediaSettings } });
    const admin = await HttpClient.signedInBy(server.links.admin);
    const sfu = await startBare({ host: serverAddress, mediaPort: spareMediaPort });

    const ours: OpenCall = async (here, there) => {
      const { patientLink, clinicianLink } = await admin.send('consultations.create', { clinicianName: 'Dr Patel' });
      const clinician = await follow(here, clinicianLink);
      const patient = await follow(there, patientLink);
      await giveDetails(patient, 'Ann Example');
      await turnOnDevices(patient);
      await admit(clinician, 'Ann Example');
      return [clinician, patient];
    };
    const bare: OpenCall = async (here, there) => {
      const address = await sfu.openRoom();
      return [await follow(here, address), await follow(there, address)];
    };
    const origins = `${server.origin},${sfu.origin}`;
    const measured = (open: OpenCall) => () => measure(open, network, browserArgs(origins, speech));
    return {
      contestants: { ours: measured(ours), floor: measured(bare) },
      versions: {},
      close: async () => {
        sfu.close();
        await server.close();
        await network.remove();
        await rm(folder, { recursive: true });
      },
    };
  },
};

const browserArgs = (origins: string, speech: string): string[] => [
  `--unsafely-treat-insecure-origin-as-secure=${origins}`,
  `--use-file-for-fake-audio-capture=${speech}`,
];

async function follow(browser: Browser, address: string): Promise<Page> {
  const { page } = await openTab(browser, [watchPeerConnections]);
  await page.goto(address);
  return page;
}

async function measure(open: OpenCall, network: Network, args: string[]): Promise<Samples> {
  const browsers = await Promise.all([launchChromium(args), launchChromium(args, { network })]);
  try {
    const pages = await open(...browsers);
    await Promise.all(pages.map(recordTimeline));
    await pause(phases.settling);
    const begun = Date.now();
    await weaken(network);
    await pause(phases.weak);
    const ended = Date.now();
    await strengthen(network);
    await pause(phases.recovered);
    const timelines = await Promise.all(pages.map(timelineOf));
    return worst(timelines.map((timeline) => samplesOf(timeline, begun, ended)));
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

const samplesOf = (timeline: Moment[], begun: number, ended: number): Samples => ({
  'audio-concealed-percent': madeUpPercent(timeline, begun, ended),
  'longest-audio-gap': longestGap(timeline, begun, ended),
  'video-off-after': pictureStopped(timeline, begun) ?? phases.weak,
  'video-back-after': pictureBack(timeline, ended) ?? phases.recovered,
});

function worst(sides: Samples[]): Samples {
  const names = Object.keys(cases) as Array<keyof Samples>;
  return Object.fromEntries(names.map((name) => [name, Math.max(...sides.map((side) => side[name]))])) as Samples;
}
