import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { misfits, narrow } from '../access/fits.ts';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { framesPresented, soundHeard } from '../support/media-probe.ts';
import {
  admit,
  byTestId,
  click,
  endForEverybody,
  fill,
  follow,
  giveDetails,
  objects,
  says,
  saysIn,
  shows,
  turnOnDevices,
} from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';

interface Marked extends Window {
  sameDocument?: boolean;
}

const heading = (page: Page) => page.$eval('h1', (element) => element.textContent);
const nameGiven = (page: Page) => page.$eval('#name', (input) => (input as HTMLInputElement).value);
const documentOf = (page: Page) =>
  page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
const arrival = (page: Page) =>
  page.$eval(byTestId('waiting-screen'), (screen) => /\d+:\d\d/.exec(screen.textContent)![0]);
const isSameDocument = (page: Page) => page.evaluate(() => (window as Marked).sameDocument === true);
/** The first texts of a language, and those of the parts that come later. */
const textsFetched = ({ requests }: Tab) => requests.filter((address) => address.includes('for-patients')).length;

/** Chooses a language as the patient does, and resolves when the page is in it. */
async function read(page: Page, language: string): Promise<void> {
  await page.select(byTestId('language'), language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, {}, language);
}

describe('a patient who reads Arabic, on a narrow phone', () => {
  let server: ServerProcess;
  let browsers: Browser[] = [];
  let clinician: Tab;
  let patient: Tab;

  beforeAll(async () => {
    server = await ServerProcess.start();
    browsers = await Promise.all([launchChromium(), launchChromium(['--accept-lang=ar'])]);
    clinician = await follow(browsers[0]!, server.links.clinician);
    patient = await follow(browsers[1]!, server.links.patient);
    await patient.page.setViewport(narrow);
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
  });

  it('[LANG-2] [LANG-4] [LANG-5] finds the page in Arabic, from the right, and has fetched no other language', async () => {
    await shows(patient.page, 'details-screen');
    expect(await heading(patient.page)).toBe('بياناتك');
    expect(await patient.page.title()).toContain('بياناتك');
    expect(await documentOf(patient.page)).toEqual({ lang: 'ar', dir: 'rtl' });
    await expect.poll(() => textsFetched(patient)).toBe(2);
    expect(await misfits(patient.page)).toEqual([]);
  });

  it('[LANG-3] sees the other languages without scrolling, each by its own name', async () => {
    const choice = await patient.page.$eval(byTestId('language'), (select) => ({
      bottom: select.getBoundingClientRect().bottom,
      names: [...(select as HTMLSelectElement).options].map(({ lang, textContent }) => `${lang} ${textContent}`),
    }));
    expect(choice.bottom).toBeLessThan(narrow.height);
    expect(choice.names).toEqual([
      'en English',
      'cy Cymraeg',
      'pl Polski',
      'ro Română',
      'bn বাংলা',
      'pa ਪੰਜਾਬੀ',
      'ur اردو',
      'ar العربية',
    ]);
  });

  it('[LANG-3] changes the language of what was typed and of what is wrong with it, and keeps both', async () => {
    await fill(patient.page, 'name', 'محمد العلي');
    await click(patient.page, 'check-in');
    await objects(patient.page);
    await read(patient.page, 'cy');
    await says(patient.page, 'Ticiwch y blwch i ddangos eich bod yn cytuno');
    expect([await heading(patient.page), await nameGiven(patient.page)]).toEqual(['Eich manylion', 'محمد العلي']);
    expect(await documentOf(patient.page)).toEqual({ lang: 'cy', dir: 'ltr' });
    await read(patient.page, 'ar');
  });

  it('[LANG-6] waits, and the clinician sees what is read', async () => {
    await giveDetails(patient.page, 'محمد العلي');
    await turnOnDevices(patient.page);
    expect(await misfits(patient.page)).toEqual([]);
    await saysIn(clinician.page, byTestId('queue-item'), 'العربية (Arabic)');
  });

  it('[LANG-3] changes the language while waiting, without a reload, the place or the connection lost', async () => {
    await patient.page.evaluate(() => ((window as Marked).sameDocument = true));
    const arrived = await arrival(patient.page);
    await read(patient.page, 'pl');
    await says(patient.page, 'Są Państwo we właściwym miejscu');
    await saysIn(clinician.page, byTestId('queue-item'), 'Polski (Polish)');
    expect(await arrival(patient.page)).toBe(arrived);
    expect(await isSameDocument(patient.page)).toBe(true);
    await shows(patient.page, 'connected');
  });

  it('[LANG-2] finds the page in the chosen language after a reload', async () => {
    await patient.page.reload();
    await shows(patient.page, 'waiting-screen');
    expect(await documentOf(patient.page)).toEqual({ lang: 'pl', dir: 'ltr' });
    await read(patient.page, 'ar');
    await saysIn(clinician.page, byTestId('queue-item'), 'العربية (Arabic)');
  });

  it('[LANG-4] [CALL-1] talks in a page that is read from the right, without sideways scrolling', async () => {
    await admit(clinician.page, 'محمد العلي');
    await Promise.all(
      [clinician.page, patient.page].flatMap((page) => [
        framesPresented(page, byTestId('remote-video'), 30),
        soundHeard(page),
      ]),
    );
    expect(await misfits(patient.page)).toEqual([]);
    const middleOfSelf = await patient.page.$eval(byTestId('self-view'), (self) => {
      const { left, right } = self.getBoundingClientRect();
      return (left + right) / 2;
    });
    expect(middleOfSelf).toBeLessThan(narrow.width / 2);
  });

  it('[LANG-3] [LANG-6] changes the language in the call, and the call goes on', async () => {
    await read(patient.page, 'ur');
    await saysIn(clinician.page, byTestId('person'), 'اردو (Urdu)');
    await framesPresented(patient.page, byTestId('remote-video'), 30);
    expect(await misfits(patient.page)).toEqual([]);
    await read(patient.page, 'ar');
  });

  it('[LANG-1] [LANG-3] lets the clinician change to Welsh and back, in the call', async () => {
    await click(clinician.page, 'language');
    await saysIn(clinician.page, byTestId('people'), 'Yn yr alwad');
    await saysIn(clinician.page, byTestId('person'), 'العربية (Arabeg)');
    await click(clinician.page, 'language');
    await saysIn(clinician.page, byTestId('people'), 'In the call');
  });

  it('[LANG-1] [GOODBYE-1] [FEEDBACK-1] is said goodbye to in Arabic, says how it was, and nothing went wrong on the pages', async () => {
    await endForEverybody(clinician.page);
    await shows(patient.page, 'goodbye-screen');
    expect(await heading(patient.page)).toBe('انتهت الاستشارة');
    await shows(patient.page, 'feedback');
    expect(await misfits(patient.page)).toEqual([]);
    await click(patient.page, 'send-feedback');
    await says(patient.page, 'يُرجى اختيار إجابة واحدة');
    await patient.page.locator('::-p-aria([name="جيدة جدًا"][role="radio"])').click();
    await click(patient.page, 'send-feedback');
    await says(patient.page, 'شكرًا لك. هذا يساعد عيادتك.');
    expect(await misfits(patient.page)).toEqual([]);
    expect([...patient.errors, ...clinician.errors]).toEqual([]);
  });
});
