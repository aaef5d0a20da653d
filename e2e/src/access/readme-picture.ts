import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../support/browsers.ts';
import { framesPresented } from '../support/media-probe.ts';
import { admit, arriveAndWait, byTestId, follow, shows } from '../support/people.ts';
import { clinician, filmPortrait, patient, type Portrait } from '../support/portraits.ts';
import { ServerProcess } from '../support/server.ts';

/** Takes the picture of the read-me into `file`: a consultation as the clinician sees it, both drawn. */
export async function takeReadmePicture(file: string): Promise<void> {
  const films = await mkdtemp(join(tmpdir(), 'front-door-films-'));
  const server = await ServerProcess.start();
  const browsers: Browser[] = [];
  try {
    const browserOf = async (portrait: Portrait, name: string) => {
      const film = join(films, name);
      await filmPortrait(portrait, film);
      const browser = await launchChromium([`--use-file-for-fake-video-capture=${film}`]);
      browsers.push(browser);
      return browser;
    };
    const { page } = await follow(await browserOf(clinician, 'clinician.mjpeg'), server.links.clinician);
    await page.setViewport({ width: 1280, height: 720 });
    await arriveAndWait(await browserOf(patient, 'patient.mjpeg'), server.links.patient, 'Ann Example');
    await admit(page, 'Ann Example');
    await shows(page, 'call-screen');
    // Until the picture has grown as sharp as the line allows.
    await framesPresented(page, byTestId('remote-video'), 200);
    await page.screenshot({ path: file });
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
    await rm(films, { recursive: true });
  }
}
