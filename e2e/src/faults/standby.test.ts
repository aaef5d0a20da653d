import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { connectedCount, mediaOffered, until } from '../support/media-probe.ts';
import { Network, whyNoNetworks } from '../support/network.ts';
import { admit, arriveAndWait, byTestId, click, follow, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { talk } from '../support/sitting.ts';
import { noteSocketMessages, socketMessages } from '../support/socket-messages.ts';

const tls = (name: string) =>
  fileURLToPath(new URL(`../../../server/src/testing/tls/localhost.${name}`, import.meta.url));

const patientName = 'Ann Example';

/** Two people on a network where every packet can be counted. */
describe.skipIf(whyNoNetworks !== null)(
  `somebody who waits for a clinician who is there ${whyNoNetworks ?? ''}`,
  () => {
    let network: Network;
    let server: ServerProcess;
    let browser: Browser;
    let clinician: Tab;
    let patient: Tab;

    beforeAll(async () => {
      network = await Network.open();
      const env = { HOST: network.serverAddress, TLS_CERT: tls('crt'), TLS_KEY: tls('key'), WORKERS: '1' };
      server = await ServerProcess.start({ env });
      browser = await launchChromium(['--ignore-certificate-errors'], { network });
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
      await network.remove();
    });

    /** Both of a page's ways for media stand. */
    const stands = ({ page }: Tab) =>
      until(
        () => connectedCount(page),
        (count) => count === 2,
      );
    const asked = async ({ page }: Tab, name: string) =>
      (await socketMessages(page)).filter(({ sent, text }) => sent && text.includes(`["${name}"`)).length;

    it('[STANDBY-1] has all ways for media standing, as the clinician has', async () => {
      clinician = await follow(browser, server.links.clinician, [noteSocketMessages]);
      patient = await arriveAndWait(browser, server.links.patient, patientName, [noteSocketMessages]);
      await stands(clinician);
      await stands(patient);
      for (const { page } of [clinician, patient]) {
        await until(
          () => mediaOffered(page),
          ({ kinds }) => kinds.includes('audio') && kinds.includes('video'),
        );
      }
    });

    it('[STANDBY-2] [ADMIT-3] sends no sound and no picture, nor is sent any, by what is on the wire', async () => {
      // By then the connection has been checked in every way, and each way for media has shown a few times that it stands.
      await shows(clinician.page, 'report-connection');
      await click(patient.page, 'mute');
      await click(patient.page, 'mute');
      for (const { page } of [clinician, patient]) expect((await mediaOffered(page)).tracksSent).toBe(0);
      expect(await network.mediaPassed()).toBe(0);
    });

    it('[STANDBY-1] is in the call after the click, and nothing is opened for it any more', async () => {
      await admit(clinician.page, patientName);
      await talk(clinician.page, patient.page);
      expect(await network.mediaPassed()).toBeGreaterThan(100);
      for (const tab of [clinician, patient]) {
        expect([
          await asked(tab, 'media:prepare'),
          await asked(tab, 'media:begin'),
          await asked(tab, 'media:open'),
        ]).toEqual([1, 1, 0]);
      }
    });

    it('[STANDBY-4] waits again without being seen or heard when sent back, and comes in muted as they are', async () => {
      await click(clinician.page, 'send-back');
      await click(clinician.page, 'confirm-send-back');
      await shows(patient.page, 'waiting-screen');
      await click(patient.page, 'mute');
      await stands(patient);
      await admit(clinician.page, patientName);
      await shows(patient.page, 'call-screen');
      await shows(clinician.page, 'person-muted');
      await clinician.page.waitForFunction(
        (selector) => document.querySelector<HTMLVideoElement>(selector)!.videoWidth > 0,
        {},
        byTestId('remote-video'),
      );
      expect([clinician, patient].flatMap(({ errors }) => errors)).toEqual([]);
    });
  },
);
