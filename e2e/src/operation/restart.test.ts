import { freePort } from '@front-door/server/src/testing/free-port.ts';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { framesPresented, soundHeard } from '../support/media-probe.ts';
import { admit, arriveAndWait, byTestId, follow, saysIn, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';

describe('the death of the server', () => {
  let env: Record<string, string>;
  let server: ServerProcess;
  let browsers: Browser[];
  let clinician: Tab;
  let patient: Tab;
  let arrived: string;

  const arrivalTime = () =>
    patient.page.$eval(byTestId('waiting-screen'), (screen) => /\d+:\d\d/.exec(screen.textContent)![0]);

  /** Killed without a word, and started again on the same folder and port. */
  async function killAndRestart(): Promise<void> {
    await server.stop('SIGKILL');
    await Promise.all([clinician, patient].map(({ page }) => shows(page, 'reconnecting')));
    server = await ServerProcess.start({ dataDir: server.dataDir, env });
  }

  beforeAll(async () => {
    env = { PORT: String(await freePort()) };
    server = await ServerProcess.start({ env });
    browsers = await Promise.all([launchChromium(), launchChromium()]);
    clinician = await follow(browsers[0]!, server.links.clinician);
    patient = await arriveAndWait(browsers[1]!, server.links.patient, 'Ann Example');
    arrived = await arrivalTime();
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.removeData();
  });

  it('[VISIT-5] leaves a waiting patient in the same place, with the same arrival', async () => {
    await killAndRestart();
    await shows(patient.page, 'connected');
    expect(await arrivalTime()).toBe(arrived);
    await clinician.page.waitForSelector(byTestId('reconnecting'), { hidden: true });
    await saysIn(clinician.page, byTestId('queue-item'), 'Ann Example');
  });

  it('[VISIT-5] [RESUME-1] brings a call back by itself', async () => {
    await admit(clinician.page, 'Ann Example');
    const seen = () =>
      Promise.all(
        [clinician, patient].flatMap(({ page }) => [
          framesPresented(page, byTestId('remote-video'), 30),
          soundHeard(page),
        ]),
      );
    await seen();
    await killAndRestart();
    await clinician.page.waitForSelector(byTestId('reconnecting'), { hidden: true });
    await patient.page.waitForSelector(byTestId('reconnecting'), { hidden: true });
    await seen();
  });
});
