import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newClinic } from '../support/clinic.ts';
import type { HttpClient } from '../support/http-client.ts';
import { inTime } from '../support/in-time.ts';
import { admit, byTestId, giveDetails, says, saysIn, shows, turnOnDevices } from '../support/people.ts';
import { StaffSocket } from '../support/staff-socket.ts';
import { Stage, usualCast } from '../support/stage.ts';

interface Sounding extends Window {
  notes: number;
}

const name = 'Ann Example';
/** Notes that are played at a time. */
const chime = 3;
const soundIs = (page: Page, state: string) =>
  page.waitForSelector(`${byTestId('sound-switch')}[data-state="${state}"]`);
const notes = (page: Page) => page.evaluate(() => (window as unknown as Sounding).notes);
/** Resolves when more notes were played than those. */
const sounds = (page: Page, before: number) =>
  page.waitForFunction((count) => (window as unknown as Sounding).notes > count, {}, before);
const toggle = (page: Page) => page.locator('#sound').click();

/** One person's waiting; each test is its next chapter. */
describe('the sound while waiting', () => {
  let stage: Stage;
  let clinician: HttpClient;
  let desk: StaffSocket;
  let consultationId: string;
  let page: Page;

  const write = (text: string) => desk.request('waiting:message', { consultationId, message: { text } });
  async function readsNext(text: string): Promise<void> {
    await write(text);
    await saysIn(page, byTestId('message'), text);
  }

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
    clinician = await stage.account(usualCast.clinician, ['clinician']);
    desk = await StaffSocket.atDesk(stage.server.origin, clinician);
    const { url } = await newClinic(clinician);
    page = await stage.open(url, { prepare: [countNotes] });
    await giveDetails(page, name);
    await turnOnDevices(page);
    ({ consultationId } = await inTime(name, desk.roomOf(name)));
  });
  afterAll(async () => {
    desk.close();
    await stage.close();
  });

  it('[WAIT-5] is off at first, and nothing sounds', async () => {
    await soundIs(page, 'silent');
    await readsNext('Can you wait a little longer?');
    expect(await notes(page)).toBe(0);
  });

  it('[WAIT-5] [DESK-2] plays once when it is switched on, and then with each message', async () => {
    await toggle(page);
    await soundIs(page, 'ready');
    await sounds(page, 0);
    await says(page, 'You will hear a sound when it is your turn, and when a message comes.');
    const tested = await notes(page);
    expect(tested).toBe(chime);
    await readsNext('Your doctor is on the way.');
    await sounds(page, tested);
  });

  it('[WAIT-5] [DESK-8] plays when the practice rings', async () => {
    const before = await notes(page);
    const { visitId } = (await desk.roomOf(name)).people[0]!;
    await desk.request('waiting:ring', { visitId, ringing: true });
    await sounds(page, before);
    await desk.request('waiting:ring', { visitId, ringing: false });
  });

  it('[WAIT-5] is remembered on the device, and goes on after a touch where the browser holds it back', async () => {
    await page.reload();
    await page.waitForSelector(`${byTestId('sound-switch')}:not([data-state="silent"])`);
    expect(await page.$eval('#sound', (box) => (box as HTMLInputElement).checked)).toBe(true);
    expect(await notes(page)).toBe(0);
    await page.locator('h1').click();
    await soundIs(page, 'ready');
    await readsNext('Nearly there.');
    await sounds(page, 0);
  });

  it('[WAIT-5] is silent again once it is switched off', async () => {
    const before = await notes(page);
    await toggle(page);
    await soundIs(page, 'silent');
    await readsNext('Still there?');
    expect(await notes(page)).toBe(before);
    await toggle(page);
    await sounds(page, before);
    expect(await notes(page)).toBe(before + chime);
  });

  it('[WAIT-5] plays when the person is called', async () => {
    const before = await notes(page);
    const doctor = await stage.staffPage(clinician, `/c/${consultationId}`);
    await admit(doctor, name);
    await shows(page, 'call-screen');
    await sounds(page, before);
  });
});

/** Runs in the page before its own scripts: counts the notes that are played. */
function countNotes(): void {
  const sounding = window as unknown as Sounding;
  sounding.notes = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function count(when) {
    sounding.notes += 1;
    start.call(this, when);
  };
}
