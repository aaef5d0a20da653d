import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { newClinic } from '../support/clinic.ts';
import { HttpClient } from '../support/http-client.ts';
import { connectedCount, framesPresented, received, until } from '../support/media-probe.ts';
import { arriveAndWait, byTestId, click, endForEverybody, press, says, saysIn, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { goTo } from '../support/staff.ts';
import { callInFromList, clinicianOf, devicesOn, sitDown, talk, timesAsked } from '../support/sitting.ts';

/** Whose page was loaded anew hears nothing before a click, as browsers have it. */
const seen = (page: Page) => framesPresented(page, byTestId('remote-video'), 20);
const row = byTestId('row');
const told = byTestId('told');

/** A morning of one clinician, and for a moment of two; each test is its next chapter. */
describe('a sitting', () => {
  let server: ServerProcess;
  let browsers: Browser[];
  let admin: HttpClient;
  let clinicId: string;
  let clinician: Tab;
  let colleague: Tab;
  let ann: Tab;
  let bea: Tab;
  let cal: Tab;
  let dee: Tab;

  beforeAll(async () => {
    server = await ServerProcess.start();
    browsers = await Promise.all([launchChromium(), launchChromium()]);
    admin = await HttpClient.signedInBy(server.links.admin);
    clinicId = (await newClinic(admin)).id;
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
  });

  const accountOf = (name: string) => clinicianOf(admin, server.origin, name);

  async function patient(name: string): Promise<Tab> {
    const { patientLink } = await admin.send('consultations.create', { clinicId });
    return arriveAndWait(browsers[1]!, patientLink, name);
  }

  it('[DESK-10] begins at the list, with three who wait and no camera on', async () => {
    clinician = await sitDown(browsers[0]!, server.origin, await accountOf('Dr Asha Patel'));
    ann = await patient('Ann Example');
    bea = await patient('Bea Example');
    cal = await patient('Cal Example');
    for (const name of ['Ann', 'Bea', 'Cal']) await saysIn(clinician.page, row, `${name} Example`);
    expect(await timesAsked(clinician.page)).toBe(0);
  });

  it('[DESK-11] [ADMIT-2] the first is called in by name; both see and hear each other, and the list stays', async () => {
    await press(clinician.page, 'Call in: Ann Example');
    await saysIn(clinician.page, 'dialog[open]', 'Let Ann Example in?');
    await click(clinician.page, 'confirm-call-in');
    await Promise.all([shows(clinician.page, 'call-screen'), shows(ann.page, 'call-screen')]);
    await talk(clinician.page, ann.page);
    await saysIn(clinician.page, row, 'Bea Example');
    expect(await timesAsked(clinician.page)).toBe(1);
  });

  it('[DESK-2] [DESK-11] who waits is written to during the call', async () => {
    await press(clinician.page, 'More about Bea Example');
    await press(clinician.page, 'Message: Bea Example');
    await press(clinician.page, 'We will be with you soon.');
    await says(bea.page, 'We will be with you soon.');
    await talk(clinician.page, ann.page);
    await clinician.page.keyboard.press('Escape');
  });

  it('[DESK-11] after the end the next one is named, and comes with one click; nothing is asked again', async () => {
    await endForEverybody(clinician.page);
    await says(ann.page, 'The consultation is over');
    await saysIn(clinician.page, told, 'The consultation with Ann Example has ended.');
    await saysIn(clinician.page, byTestId('next'), 'Bea Example');
    await press(clinician.page, 'Call in Bea Example');
    await shows(bea.page, 'call-screen');
    await talk(clinician.page, bea.page);
    expect(await timesAsked(clinician.page)).toBe(1);
  });

  it('[DESK-2] what was written stands beside the call', async () => {
    await saysIn(clinician.page, byTestId('messages'), 'We will be with you soon.');
  });

  it('[DESK-3] on hold nothing goes between them, and the clinician cannot miss it', async () => {
    await click(clinician.page, 'hold');
    await shows(clinician.page, 'hold-stage');
    await saysIn(clinician.page, byTestId('person'), 'On hold since');
    for (const { page } of [clinician, bea]) {
      await until(
        () => connectedCount(page),
        (count) => count === 0,
      );
    }
    // A while, by the clock of the clinician's own picture, which goes on.
    await framesPresented(clinician.page, byTestId('self-video'), 40);
    for (const { page } of [clinician, bea]) {
      expect(await received(page)).toEqual({ audioEnergy: 0, audioPackets: 0, framesDecoded: 0, videoPackets: 0 });
      expect(await page.$(byTestId('media-failing'))).toBeNull();
      expect(await page.$(byTestId('remote-audio'))).toBeNull();
    }
  });

  it('[DESK-3] a patient who reloads on hold is on hold still, and one click brings them back', async () => {
    await bea.page.reload();
    await shows(bea.page, 'held-screen');
    await click(clinician.page, 'bring-back-alone');
    await shows(bea.page, 'call-screen');
    await Promise.all([talk(clinician.page), seen(bea.page)]);
  });

  it('[CALL-7] [DESK-11] a reload in the middle leads the clinician back into the call', async () => {
    await clinician.page.reload();
    await shows(clinician.page, 'call-screen');
    await saysIn(clinician.page, byTestId('sitting'), 'Bea Example');
    await Promise.all([clinician, bea].map(({ page }) => seen(page)));
  });

  it('[CALL-7] [DESK-11] so does coming back from another page of staff’s; meanwhile no camera is on', async () => {
    expect(await devicesOn(clinician.page)).toBe(2);
    await goTo(clinician.page, 'Live rooms');
    await bea.page.waitForSelector('[data-testid="person-tile"][data-state="dropped"]');
    expect(await devicesOn(clinician.page)).toBe(0);
    await goTo(clinician.page, 'Waiting list');
    await shows(clinician.page, 'call-screen');
    await Promise.all([clinician, bea].map(({ page }) => seen(page)));
    await endForEverybody(clinician.page);
    await saysIn(clinician.page, told, 'The consultation with Bea Example has ended.');
  });

  it('[DESK-4] [DESK-11] who is sent back waits again, the clinician is back at the list, and calls them in anew', async () => {
    const asked = await timesAsked(clinician.page);
    await press(clinician.page, 'Call in Cal Example');
    await talk(clinician.page, cal.page);
    await click(clinician.page, 'send-back');
    await saysIn(clinician.page, 'dialog[open]', 'Send Cal Example back to waiting?');
    await click(clinician.page, 'confirm-send-back');
    await saysIn(clinician.page, told, 'Cal Example waits again');
    await shows(cal.page, 'waiting-screen');
    await until(
      () => connectedCount(cal.page),
      (count) => count === 0,
    );
    await callInFromList(clinician.page, 'Cal Example');
    await talk(clinician.page, cal.page);
    expect(await timesAsked(clinician.page)).toBe(asked);
  });

  it('[DESK-5] a transfer sends the patient to wait elsewhere, and the clinician back to the list, who is told where', async () => {
    await newClinic(admin, { name: 'Nurses' });
    await click(clinician.page, 'transfer');
    await clinician.page.waitForSelector('dialog[open] select');
    await clinician.page.locator('dialog[open] select').fill(await optionOf(clinician, 'Nurses'));
    await press(clinician.page, 'Transfer');
    await saysIn(clinician.page, told, 'Cal Example was transferred to Nurses');
    await shows(cal.page, 'waiting-screen');
    await saysIn(clinician.page, row, 'Cal Example');
  });

  it('[ADMIT-1] [DESK-11] of two who call in the same patient one gets them, and the other is told', async () => {
    colleague = await sitDown(browsers[1]!, server.origin, await accountOf('Dr Jo Okafor'));
    dee = await patient('Dee Example');
    const both = [clinician, colleague];
    await press(colleague.page, 'Call in: Dee Example');
    await shows(colleague.page, 'confirm-call-in');
    await saysIn(clinician.page, byTestId('next'), 'Dee Example');
    await Promise.all([click(clinician.page, 'call-in-next'), click(colleague.page, 'confirm-call-in')]);
    const states = await Promise.all(both.map(outcomeOf));
    expect(states.toSorted()).toEqual(['call', 'quicker']);
    const winner = both[states.indexOf('call')]!;
    const other = both[states.indexOf('quicker')]!;
    await saysIn(other.page, told, 'A colleague has already called in Dee Example.');
    await talk(winner.page, dee.page);
    await saysIn(other.page, row, 'Cal Example');
    await until(
      () => dee.page.$$eval(byTestId('person-tile'), (tiles) => tiles.length),
      (count) => count === 1,
    );
    // Whoever came too late was never connected to the call.
    expect(await connectedCount(other.page)).toBe(0);
  });

  it('[PAGE-1] has loaded nothing from anywhere else, and nothing went wrong on the pages', () => {
    for (const { requests, errors } of [clinician, colleague, ann, bea, cal, dee]) {
      expect(
        requests.filter((address) => !address.startsWith(server.origin) && !/^(data|blob):/.test(address)),
      ).toEqual([]);
      expect(errors).toEqual([]);
    }
  });
});

const optionOf = ({ page }: Tab, label: string): Promise<string> =>
  page.$$eval(
    'dialog[open] option',
    (options, wanted) => options.find(({ textContent }) => textContent === wanted)!.value,
    label,
  );

/** What came of calling somebody in: the call, or why there is none. */
const outcomeOf = async ({ page }: Tab): Promise<string> => {
  const shown = await page.waitForSelector(`${byTestId('call-screen')}, ${told}`);
  return shown!.evaluate((screen) => screen.getAttribute('data-what') ?? 'call');
};
