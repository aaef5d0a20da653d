import { OwnPostgres } from '@front-door/server/src/testing/own-postgres.ts';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openTab } from '../support/browsers.ts';
import { newClinic } from '../support/clinic.ts';
import { HttpClient } from '../support/http-client.ts';
import { admit, arriveAndWait, byTestId, follow, says, saysIn, shows } from '../support/people.ts';
import { hears, listenToThePage } from '../support/screen-reader.ts';
import { ServerProcess } from '../support/server.ts';
import { callInFromList, talk } from '../support/sitting.ts';

/** One outage with everybody there; each test is its next chapter. */
describe('while the database is away', () => {
  let postgres: OwnPostgres;
  let server: ServerProcess;
  let browsers: Browser[];
  let admin: HttpClient;
  let call: Page[];
  let waiting: Page[];
  let lobby: Page;
  let list: Page;
  let newcomer: Page;
  let staff: Page;
  let newLink: string;
  let before: unknown;

  const prepare = [listenToThePage];
  const consultation = (clinicId: string) =>
    admin.send('consultations.create', { clinicId, clinicianName: 'Dr Asha Patel' });
  const places = () => Promise.all(waiting.map((page) => page.$eval(byTestId('place'), (place) => place.textContent)));
  /** How often each of those who wait was let in, by the trail. */
  const timesAdmitted = async () => {
    const { entries } = await admin.send('trail.read', {});
    const names = entries.filter(({ action }) => action === 'admitted').map(({ visitName }) => visitName);
    return ['Bob Example', 'Cat Example'].map((name) => names.filter((each) => each === name).length);
  };

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    server = await ServerProcess.start({ env: { DATABASE_URL: postgres.url } });
    browsers = await Promise.all([launchChromium(), launchChromium()]);
    admin = await HttpClient.signedInBy(server.links.admin);
    const { id: clinicId } = await newClinic(admin);
    const [first, second, third] = [
      await consultation(clinicId),
      await consultation(clinicId),
      await consultation(clinicId),
    ];
    newLink = third.patientLink;
    const clinician = await follow(browsers[0]!, server.links.clinician);
    const patient = await arriveAndWait(browsers[1]!, server.links.patient, 'Ann Example');
    call = [clinician.page, patient.page];
    waiting = [
      (await arriveAndWait(browsers[1]!, first.patientLink, 'Bob Example', prepare)).page,
      (await arriveAndWait(browsers[1]!, second.patientLink, 'Cat Example', prepare)).page,
    ];
    lobby = (await follow(browsers[0]!, first.clinicianLink, prepare)).page;
    list = (await follow(browsers[0]!, server.links.waitingList, prepare)).page;
    await saysIn(list, byTestId('row'), 'Cat Example');
    for (const page of waiting) await shows(page, 'place');
    await admit(clinician.page, 'Ann Example');
    await talk(...call);
    before = await places();
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
    await postgres.close();
  });

  it('[STORE-2] the call goes on, and who waits stays', async () => {
    await postgres.stop();
    // From when on the server has noticed.
    await expect.poll(async () => (await fetch(`${server.origin}/readyz`)).status).toBe(503);
    await talk(...call);
    for (const page of waiting) await shows(page, 'connected');
    expect(await places()).toEqual(before);
  });

  it('[STORE-7] whoever opens a link is told what is the matter, and that the page goes on by itself', async () => {
    newcomer = (await follow(browsers[1]!, newLink, prepare)).page;
    await hears(newcomer, 'Our system is held up just now.');
    await says(newcomer, 'this page tries again by itself');
    const tab = await openTab(browsers[0]!);
    await tab.context.setCookie(...(await list.browserContext().cookies()));
    staff = tab.page;
    await staff.goto(`${server.origin}/staff`);
    await saysIn(staff, byTestId('recalling'), 'This page tries again by itself.');
  });

  it('[STORE-1] [STORE-7] letting somebody in is refused in words, on the own page and from the list', async () => {
    await admit(lobby, 'Bob Example');
    await saysIn(lobby, 'dialog[open]', 'Our system is held up just now. What you had before is safe.');
    await callInFromList(list, 'Cat Example');
    await saysIn(list, byTestId('calling'), 'Our system is held up just now.');
    await hears(list, 'Our system is held up just now.');
    for (const page of waiting) await shows(page, 'connected');
    await talk(...call);
  });

  it('[STORE-3] [STORE-6] [STORE-7] all goes on where it stood once it is back, and nobody was let in twice', async () => {
    await postgres.start();
    await shows(newcomer, 'details-screen');
    await saysIn(staff, 'h1', 'Consultations');
    await insist(lobby, 'confirm-admit');
    await talk(lobby, waiting[0]!);
    // Called in during the outage, and not given up since.
    await talk(list, waiting[1]!);
    await talk(...call);
    expect(await timesAdmitted()).toEqual([1, 1]);
    for (const page of waiting) expect(await page.$(byTestId('reconnecting'))).toBeNull();
  });
});

/** Presses it again, as a person would, until the question is gone: on a busy machine the database comes back slowly. */
const insist = (page: Page, testId: string): Promise<unknown> =>
  page.waitForFunction(
    (selector) => {
      const button = document.querySelector<HTMLElement>(selector);
      if (button?.ariaDisabled !== 'true') button?.click();
      return button === null;
    },
    { polling: 500 },
    byTestId(testId),
  );
