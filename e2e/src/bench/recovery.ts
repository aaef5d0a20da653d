import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../support/browsers.ts';
import { framesPresented } from '../support/media-probe.ts';
import { workerUnder } from '../support/media-workers.ts';
import { admit, arriveAndWait, byTestId, follow } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { noteSocketMessages } from '../support/socket-messages.ts';
import type { Bench } from './bench.ts';
import { Floor } from './floor/floor.ts';
import { nextPictures, noteConnections, noticedAt, pageSteps, type Steps } from './recovery-steps.ts';

/** How long a call goes on before its worker dies, ms: the other side of the floor's call has settled as long. */
const settling = 2_000;
/** A call that is not back by then counts as lost, ms. */
const patience = 30_000;

/**
 * A media worker is killed under a call of two people, in browsers. Each time it is a new call on a new server.
 * - `worker-killed`: until both see the other's picture move again: the second picture of the new stream is there. The
 *   floor is a cold join of a bare page, from the navigation to the first picture.
 * - `calls-lost`: calls that were not back after 30 s
 * - `until-…`: where the time goes, from the kill, for the slower of the two: the server has noticed, the page is told,
 *   both of its transports are connected, and the first picture is there
 */
export const recovery: Bench<'worker-killed' | 'calls-lost' | keyof Steps> = {
  cases: {
    'worker-killed': { unit: 'ms', target: { timesFloor: 2, p95: 4 } },
    'calls-lost': { unit: 'count', target: { atMost: 0 } },
    'until-noticed': { unit: 'ms', target: null },
    'until-told': { unit: 'ms', target: null },
    'until-connected': { unit: 'ms', target: null },
    'until-first-picture': { unit: 'ms', target: null },
  },
  rounds: 20,
  prepare: async () => {
    const [browser, bare] = await Promise.all([launchChromium(), Floor.prepare()]);
    const ours = () => killUnderACall(browser);
    const floor = async () => ({ 'worker-killed': (await bare.join(browser)).picture });
    const close = async () => {
      await browser.close();
      bare.close();
    };
    return { contestants: { ours, floor }, versions: { chromium: (await browser.version()).split('/')[1]! }, close };
  },
};

const patient = 'Ann Example';

async function killUnderACall(browser: Browser): Promise<Record<keyof typeof recovery.cases, number>> {
  const server = await ServerProcess.start({ env: { WORKERS: '2' } });
  const watched = [noteSocketMessages, noteConnections];
  const tabs = [
    await follow(browser, server.links.clinician, watched),
    await arriveAndWait(browser, server.links.patient, patient, watched),
  ] as const;
  const pages = tabs.map(({ page }) => page);
  try {
    await admit(tabs[0].page, patient);
    await Promise.all(pages.map((page) => framesPresented(page, byTestId('remote-video'), 30)));
    await pause(settling);
    const worker = await workerUnder(tabs[0].page, server);
    const back = Promise.all(pages.map(nextPictures));
    const killed = Date.now();
    process.kill(worker, 'SIGKILL');
    const pictures = await Promise.race([back, pause(patience, null, { ref: false })]);
    if (pictures === null) return lost;
    return await outcome(server, pages, pictures, killed);
  } finally {
    await Promise.all(tabs.map(({ context }) => context.close()));
    await server.close();
  }
}

/** Nobody knows when it would have come back; what is known is that it took at least so long. */
const lost = {
  'worker-killed': patience,
  'calls-lost': 1,
  'until-noticed': patience,
  'until-told': patience,
  'until-connected': patience,
  'until-first-picture': patience,
};

async function outcome(server: ServerProcess, pages: Page[], pictures: number[][], killed: number) {
  const steps = await Promise.all(pages.map((page) => pageSteps(page, killed)));
  const slowest = (times: number[]) => Math.max(...times);
  return {
    'worker-killed': slowest(pictures.map(([, second]) => second! - killed)),
    'calls-lost': 0,
    'until-noticed': noticedAt(server) - killed,
    'until-told': slowest(steps.map(({ told }) => told)),
    'until-connected': slowest(steps.map(({ connected }) => connected)),
    'until-first-picture': slowest(pictures.map(([first]) => first! - killed)),
  };
}
