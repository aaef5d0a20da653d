import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../support/browsers.ts';
import { newClinic } from '../support/clinic.ts';
import { HttpClient, secretOf } from '../support/http-client.ts';
import { arriveAndWait, follow } from '../support/people.ts';
import { clinicianOf, sitDown } from '../support/sitting.ts';
import { ServerProcess } from '../support/server.ts';
import { writeSpeech } from '../support/speech.ts';
import { noteFirsts } from './firsts.ts';

/** A clinician's page, and that of a patient who waits. */
export interface Meeting {
  clinician: Page;
  patient: Page;
  patientLink: string;
  /** Closes both. */
  close: () => Promise<unknown>;
}

export const patientName = 'Ann Example';
/** How long a patient waits before they are let in, ms: until the connection has been checked, as nearly always. */
export const waiting = 6_000;

/**
 * A server as `npm start` runs it, and one browser for all. Its microphone gives speech without a pause: the first sound
 * is never late because nobody spoke.
 */
export class Practice {
  readonly browser: Browser;
  readonly #server: ServerProcess;
  readonly #admin: HttpClient;
  readonly #folder: string;
  #account: HttpClient | undefined;
  #clinicId: string | undefined;

  private constructor(browser: Browser, server: ServerProcess, folder: string) {
    this.browser = browser;
    this.#server = server;
    this.#admin = new HttpClient(server.origin);
    this.#folder = folder;
  }

  static async open(): Promise<Practice> {
    const folder = await mkdtemp(join(tmpdir(), 'front-door-join-'));
    const speech = join(folder, 'speech.wav');
    await writeSpeech(speech);
    const browser = await launchChromium([`--use-file-for-fake-audio-capture=${speech}`]);
    const server = await ServerProcess.start({ env: { LOG_LEVEL: 'warn' } });
    const practice = new Practice(browser, server, folder);
    await practice.#admin.send('staff-links.sign-in', { secret: secretOf(server.links.admin) });
    return practice;
  }

  /** Of a new consultation. `watched` runs in both pages before their own scripts. */
  async meeting(watched: Array<() => void> = []): Promise<Meeting> {
    const links = await this.#admin.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
    const prepare = [noteFirsts, ...watched];
    const clinician = await follow(this.browser, links.clinicianLink, prepare);
    const patient = await arriveAndWait(this.browser, links.patientLink, patientName, prepare);
    return {
      clinician: clinician.page,
      patient: patient.page,
      patientLink: links.patientLink,
      close: () => Promise.all([clinician.context.close(), patient.context.close()]),
    };
  }

  /** The same of a clinic's queue, with the clinician at the waiting list. */
  async sitting(): Promise<Meeting> {
    this.#account ??= await clinicianOf(this.#admin, this.#server.origin, 'Dr Asha Patel');
    this.#clinicId ??= (await newClinic(this.#admin)).id;
    const { patientLink } = await this.#admin.send('consultations.create', { clinicId: this.#clinicId });
    const clinician = await sitDown(this.browser, this.#server.origin, this.#account, [noteFirsts]);
    const patient = await arriveAndWait(this.browser, patientLink, patientName, [noteFirsts]);
    return {
      clinician: clinician.page,
      patient: patient.page,
      patientLink,
      close: () => Promise.all([clinician.context.close(), patient.context.close()]),
    };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#server.close();
    await rm(this.#folder, { recursive: true });
  }
}

/** Goes away without a word, as by closing the tab. */
export const leavePage = (page: Page) => page.goto('about:blank');

/** By a link that was opened in this tab before, as if the browser had fetched nothing of it yet. */
export async function openAnew(page: Page, link: string): Promise<void> {
  await leavePage(page);
  const devTools = await page.createCDPSession();
  await devTools.send('Network.clearBrowserCache');
  await devTools.detach();
  await page.goto(link);
}
