import type { Browser, Page } from 'puppeteer-core';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type Tab } from '../support/browsers.ts';
import { HttpClient, secretOf } from '../support/http-client.ts';
import { fill, follow, giveDetails, objects, press, says, shows, turnOnDevices } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { goTo, makeAccount, tableOf } from '../support/staff.ts';

const account = { name: 'Sam Desk', email: 'sam@practice.example', password: 'nine green bottles' };
const clinician = { name: 'Dr Siân Hughes', email: 'sian@practice.example', password: 'nine green bottles' };

/** A day of the practice's, so many days from now, as date inputs have it. */
const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
/** The same as people in Britain write it. */
const british = (day: string): string => day.split('-').toReversed().join('/');

describe('a receptionist runs a clinic', () => {
  let server: ServerProcess;
  let browser: Browser;
  let desk: Tab;
  let page: Page;
  let folder: string;
  let clinicLink: string;

  beforeAll(async () => {
    [server, browser, folder] = await Promise.all([
      ServerProcess.start(),
      launchChromium(),
      mkdtemp(join(tmpdir(), 'front-door-files-')),
    ]);
    const admin = await HttpClient.signedInBy(server.links.admin);
    const forColleague = await admin.send('staff-links.create', { roles: ['clinician'] });
    await new HttpClient(server.origin).send('staff-links.make-account', {
      secret: secretOf(forColleague.url),
      ...clinician,
    });
    const { url } = await admin.send('staff-links.create', { roles: ['receptionist'] });
    desk = await follow(browser, url);
    page = desk.page;
    await makeAccount(page, account);
    const devTools = await page.createCDPSession();
    const saving = { behavior: 'allow', browserContextId: desk.context.id!, downloadPath: folder } as const;
    await devTools.send('Browser.setDownloadBehavior', saving);
    await goTo(page, 'Clinics');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const add = (day: string) => page.locator(`::-p-aria([name="Add times: ${day}"])`).click();
  const time = (label: string, value: string) =>
    page.locator(`::-p-xpath(//label[normalize-space()="${label}"]/following-sibling::input)`).fill(value);
  const openPart = (summary: string) => page.locator(`summary ::-p-text(${summary})`).click();
  const choose = async (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    await writeFile(file, content);
    const input = (await page.$('#file')) as Awaited<ReturnType<Page['$']>> & {
      uploadFile(path: string): Promise<void>;
    };
    await input.uploadFile(file);
  };
  /** What a link of the page saves. */
  const saved = async (link: string, name: string) => {
    await page.locator(link).click();
    const read = () => readFile(join(folder, name), 'utf8').catch(() => '');
    await expect.poll(read).not.toBe('');
    return read();
  };
  const listInForm = () => page.$eval('#csv', (area) => (area as unknown as { value: string }).value);

  it('[CLINIC-3] makes it, with its hours day by day', async () => {
    await press(page, 'Make a clinic');
    await fill(page, 'name', 'Respiratory clinic');
    await fill(page, 'welcome', 'Please have your inhaler at hand.');
    await page.locator('::-p-aria([name="At these times"])').click();
    await add('Monday');
    await time('From Monday, 1', '08:00');
    await time('Until Monday, 1', '12:00');
    await add('Monday');
    // The new times have the focus.
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/-from$/);
    await press(page, 'Save');
    await objects(page);
    await says(page, 'Give each opening time a beginning and a later end');
    await time('From Monday, 2', '14:00');
    await time('Until Monday, 2', '18:30');
    await press(page, 'The same until Friday');
    await press(page, 'Save');
    await says(page, /Monday to Friday: 08:00 – 12:00, 14:00 – 18:30/);
    await page.waitForFunction(() => document.activeElement?.textContent === 'Respiratory clinic');
  });

  it('[CLINIC-3] changes it, and closes another after being asked', async () => {
    await press(page, 'Change Respiratory clinic');
    await page.locator('::-p-aria([name="Always"])').click();
    await press(page, 'Save');
    await page.waitForFunction(() => !document.body.innerText.includes('Monday to Friday'));
    await press(page, 'Close for good: Video clinic');
    await says(page, 'Who waits now is still seen');
    await press(page, 'Cancel');
    await says(page, 'Video clinic');
    await press(page, 'Close for good: Video clinic');
    await press(page, 'Close the clinic');
    await page.waitForFunction(() => document.querySelectorAll('.fd-card').length === 1);
    await says(page, 'Respiratory clinic');
  });

  it('[CLINIC-1] copies its link, by which somebody comes and waits', async () => {
    await desk.context.setPermission(
      server.origin,
      { permission: { name: 'clipboard-read' }, state: 'granted' },
      { permission: { name: 'clipboard-write' }, state: 'granted' },
    );
    await press(page, 'Copy the link');
    await says(page, 'Copied');
    clinicLink = await page.evaluate(() => navigator.clipboard.readText());
    expect(clinicLink).toMatch(/\/w\/[0-9a-z]{12}$/);
    const caller = await follow(browser, clinicLink);
    await giveDetails(caller.page, 'Ann Example');
    await turnOnDevices(caller.page);
    await shows(caller.page, 'waiting-screen');
    await says(caller.page, 'Please have your inhaler at hand.');
    await goTo(page, 'Waiting list');
    await says(page, 'Ann Example');
    await caller.context.close();
    await goTo(page, 'Clinics');
  });

  it('[CLINIC-4] makes an appointment by hand, with links to pass on', async () => {
    await press(page, 'Appointments of Respiratory clinic');
    await says(page, 'There are no appointments on this day.');
    await openPart('Make an appointment');
    await press(page, 'Make the appointment');
    await says(page, 'Enter a time that is not in the past');
    await page.locator('#expectedAt').fill(dayIn(1));
    await page.locator('#time').fill('14:30');
    await fill(page, 'patientName', 'Bob Example');
    await fill(page, 'patientPhone', '020 7946 0018');
    const [siân] = await page.$$eval('#clinicianId option', (options) =>
      options.filter(({ text }) => text === 'Dr Siân Hughes').map(({ value }) => value),
    );
    await page.select('#clinicianId', siân!);
    await press(page, 'Make the appointment');
    await says(page, 'The appointment is made');
    const links = await page.$$eval('.fd-card--ready input', (inputs) => inputs.map(({ value }) => value));
    expect(links.map((link) => new URL(link).pathname)).toEqual(['/v', '/c']);
    const rows = await tableOf(page);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['14:30', 'Bob Example', '020 7946 0018', 'Dr Siân Hughes', 'Expected'],
    ]);
  });

  it('[CLINIC-4] is told what is wrong in each line of a file, and nothing is made', async () => {
    await openPart('Appointments from a file');
    await choose(
      'list.csv',
      `date,time,name,phone\n${dayIn(1)},15:00,Carol Example,\n${dayIn(1)},25:00,Dan,ring my sister\n`,
    );
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#csv')?.value.includes('Carol'));
    await press(page, 'Make these appointments');
    await says(page, 'No appointment was made');
    const problems = await page.$eval('.fd-line-problems', (list) => list.textContent);
    expect(problems).toContain('Line 3');
    expect(problems).toContain('25:00,Dan,ring my sister');
    expect(problems).toContain('The time must be like 14:30');
    expect(problems).toContain('The telephone number can have');
    expect(problems).not.toContain('Line 2');
    expect(await tableOf(page)).toHaveLength(1);
  });

  it('[CLINIC-4] makes those of a file as Excel on Windows writes it, with every name as it is', async () => {
    const day = british(dayIn(1));
    const lines = [
      'Date;Time;Name;Phone;Clinician',
      `${day};09:05;Siân O’Brien;01632 960001;dr siân hughes`,
      `${day};15:00;"Example; Carol";;`,
    ];
    const windows1252: Record<string, number> = { â: 0xe2, '’': 0x92 };
    const text = `${lines.join('\r\n')}\r\n`;
    await choose(
      'excel.csv',
      Uint8Array.from(text, (letter) => windows1252[letter] ?? letter.charCodeAt(0)),
    );
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#csv')?.value.includes('Brien'));
    expect(await listInForm()).toContain('Siân O’Brien');
    await press(page, 'Make these appointments');
    await says(page, '2 appointments are made.');
    const withLinks = await saved('.fd-card--ready a[download]', 'appointments-with-links.csv');
    expect(
      withLinks
        .split('\r\n')
        .slice(1)
        .map((line) => line.replace(/#[\w-]{22}$/, '#secret')),
    ).toEqual([
      `${day};09:05;Siân O’Brien;01632 960001;dr siân hughes;${server.origin}/v#secret`,
      `${day};15:00;"Example; Carol";;;${server.origin}/v#secret`,
    ]);
    expect((await tableOf(page)).map((row) => row.slice(0, 5))).toEqual([
      ['09:05', 'Siân O’Brien', '01632 960001', 'Dr Siân Hughes', 'Expected'],
      ['14:30', 'Bob Example', '020 7946 0018', 'Dr Siân Hughes', 'Expected'],
      ['15:00', 'Example; Carol', '', 'Any clinician', 'Expected'],
    ]);
  });

  it('[CLINIC-4] offers an example that can be uploaded as it is', async () => {
    await press(page, 'Upload another list');
    await choose('example.csv', await saved('details a[download]', 'appointments-example.csv'));
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('#csv')?.value.includes('Ann Example'),
    );
    await press(page, 'Make these appointments');
    await says(page, '2 appointments are made.');
  });

  it('[CLINIC-4] says that a workbook is no list', async () => {
    await press(page, 'Upload another list');
    await choose('list.xlsx', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00));
    await says(page, 'This file cannot be read.');
  });

  it('[CLINIC-4] cancels one after being asked, and finds the others by day', async () => {
    await page.locator('::-p-aria([name="Cancel the appointment at 14:30: Bob Example"])').click();
    await says(page, 'Cancel the appointment at 14:30?');
    await press(page, 'Cancel the appointment');
    await page.waitForSelector('dialog', { hidden: true });
    await says(page, 'Cancelled');
    await press(page, 'Day after');
    await says(page, 'There are no appointments on this day.');
    await press(page, 'Day before');
    await says(page, 'Siân O’Brien');
    await press(page, 'Today');
    await says(page, 'There are no appointments on this day.');
  });
});
