import { networkInterfaces } from 'node:os';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/browsers.ts';
import { waysTaken } from '../support/media-probe.ts';
import { admit, arriveAndWait, endForEverybody, follow, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { talk } from '../support/sitting.ts';

const has6 = Object.values(networkInterfaces()).some((all = []) => all.some(({ address }) => address === '::1'));

describe.skipIf(!has6)('[WAY-3] a server that has IPv6 alone', () => {
  let server: ServerProcess;
  let browser: Browser;

  beforeAll(async () => {
    server = await ServerProcess.start({ env: { HOST: '::1' } });
    // Where a machine has no other address of that kind.
    browser = await launchChromium(['--allow-loopback-in-peer-connection']);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('prints links with brackets, and behind them is a whole call', async () => {
    for (const link of Object.values(server.links)) expect(link).toMatch(/^http:\/\/\[::1\]:\d+\//);
    const clinician = await follow(browser, server.links.clinician);
    const patient = await arriveAndWait(browser, server.links.patient, 'Ann Example');
    await admit(clinician.page, 'Ann Example');
    await talk(clinician.page, patient.page);
    for (const { page, errors } of [clinician, patient]) {
      expect((await waysTaken(page)).map(({ to }) => to.replaceAll(/[[\]]/g, ''))).toEqual(['::1', '::1']);
      expect(errors).toEqual([]);
    }
    await endForEverybody(clinician.page);
    await shows(patient.page, 'goodbye-screen');
  });
});
