import { freePort } from '@front-door/server/src/testing/free-port.ts';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/browsers.ts';
import { newClinic } from '../support/clinic.ts';
import { HttpClient } from '../support/http-client.ts';
import {
  admit,
  arriveAndWait,
  byTestId,
  click,
  endForEverybody,
  follow,
  giveDetails,
  says,
  saysIn,
  shows,
} from '../support/people.ts';
import { forget, hears, listenToThePage } from '../support/screen-reader.ts';
import { ServerProcess } from '../support/server.ts';
import { talk } from '../support/sitting.ts';

const inOrder = ['Bob Example', 'Cat Example', 'Dan Example'];

/** One restart with everybody there; each test is its next chapter. */
describe('a restart that was asked for', () => {
  /** Of it and of its successor, at the same address. */
  let env: Record<string, string>;
  let server: ServerProcess;
  let browsers: Browser[];
  let clinician: Page;
  let patient: Page;
  let list: Page;
  let waiting: Page[];
  let newcomer: Page;
  let newLink: string;
  let before: unknown;

  const open = async (browser: Browser, address: string) => (await follow(browser, address, [listenToThePage])).page;
  const wait = async (link: string, name: string) => {
    const page = await open(browsers[1]!, link);
    await giveDetails(page, name);
    await click(page, 'without-devices');
    return page;
  };
  const everybody = () => [clinician, patient, list, ...waiting];
  /** What each who waits reads of the own place, and in which order the list has them. */
  const places = async () => ({
    read: await Promise.all(waiting.map((page) => page.$eval(byTestId('place'), (place) => place.textContent))),
    listed: (await list.$$eval(byTestId('row'), (rows) => rows.map((row) => row.textContent))).flatMap((row) =>
      inOrder.filter((name) => row.includes(name)),
    ),
  });

  beforeAll(async () => {
    env = { PORT: String(await freePort()), DRAIN_SECONDS: '600' };
    server = await ServerProcess.start({ env });
    browsers = await Promise.all([launchChromium(), launchChromium()]);
    const admin = await HttpClient.signedInBy(server.links.admin);
    const { id: clinicId } = await newClinic(admin);
    const newPatientLink = async () =>
      (await admin.send('consultations.create', { clinicId, clinicianName: 'Dr Asha Patel' })).patientLink;
    clinician = await open(browsers[0]!, server.links.clinician);
    patient = (await arriveAndWait(browsers[1]!, server.links.patient, 'Ann Example', [listenToThePage])).page;
    waiting = [];
    for (const name of inOrder) waiting.push(await wait(await newPatientLink(), name));
    newLink = await newPatientLink();
    list = await open(browsers[0]!, server.links.waitingList);
    await saysIn(list, byTestId('row'), inOrder.at(-1)!);
    for (const page of waiting) await shows(page, 'place');
    await admit(clinician, 'Ann Example');
    await talk(clinician, patient);
    before = await places();
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.removeData();
  });

  it('[DRAIN-2] is told on every page and by the screen reader, while the call goes on', async () => {
    expect(before).toMatchObject({ listed: inOrder });
    process.kill(server.pid, 'SIGTERM');
    for (const page of everybody()) await shows(page, 'restarting');
    for (const page of [clinician, patient]) await hears(page, 'You can talk until then.');
    for (const page of waiting) await hears(page, 'You keep your place');
    await hears(list, 'Nobody new can be called in');
    await talk(clinician, patient);
  });

  it('[DRAIN-1] [DRAIN-5] tells whoever comes now why they are not in yet, and that the page goes on by itself', async () => {
    newcomer = await open(browsers[1]!, newLink);
    await hears(newcomer, 'Our system is about to restart.');
    await says(newcomer, 'this page tries again by itself');
  });

  it('[DRAIN-3] [DRAIN-4] [DRAIN-5] brings everybody back by themselves, the waiting in their places, the call into the call', async () => {
    await forget(...everybody());
    const { dataDir } = server;
    // The second time it is asked it does not wait for the call.
    expect(await server.stop()).toBe(0);
    for (const page of [clinician, patient, ...waiting]) await shows(page, 'reconnecting');
    server = await ServerProcess.start({ dataDir, env });
    for (const page of waiting) await shows(page, 'connected');
    for (const page of [clinician, patient, ...waiting]) await hears(page, 'You are connected again.');
    await hears(list, 'Connected again.');
    for (const page of everybody()) await page.waitForSelector(byTestId('restarting'), { hidden: true });
    await talk(clinician, patient);
    await shows(newcomer, 'details-screen');
    await expect.poll(places).toEqual(before);
  });

  it('[DRAIN-3] comes as soon as the call has ended', async () => {
    process.kill(server.pid, 'SIGTERM');
    await shows(clinician, 'restarting');
    await endForEverybody(clinician);
    await shows(patient, 'goodbye-screen');
    expect(await server.ended()).toBe(0);
  });
});
