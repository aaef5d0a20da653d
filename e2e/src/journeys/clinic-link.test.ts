import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { misfits, narrow } from '../access/fits.ts';
import { newClinic } from '../support/clinic.ts';
import { inTime } from '../support/in-time.ts';
import { byTestId, click, giveDetails, says, saysIn, shows } from '../support/people.ts';
import { listenToThePage } from '../support/screen-reader.ts';
import { StaffSocket } from '../support/staff-socket.ts';
import { Stage, usualCast } from '../support/stage.ts';
import { appsBrowsers, asYearsAgo } from '../support/user-agents.ts';

const day = 24 * 3_600_000;
/** 1 is Monday. */
const weekday = (at: number) => new Date(at).getUTCDay() || 7;
/** A day of the week that is far from now in every time zone. */
const otherDay = weekday(Date.now() + 3 * day);
const hours = [
  { day: otherDay, from: 14 * 60, until: 18 * 60 + 30 },
  { day: otherDay, from: 8 * 60 + 30, until: 12 * 60 },
];
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const rows = (page: Page) =>
  page.$$eval('tbody tr', (all) => all.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim()));

describe('a clinic’s own link', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set(usualCast);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('[CLINIC-2] says when a closed clinic is open, and whom to ring, also in Arabic on a narrow screen', async () => {
    const { url } = await newClinic(stage.admin, { hours });
    const page = await stage.open(url);
    await shows(page, 'arrival-closed');
    await says(page, 'Morning clinic is closed now');
    await says(page, 'Come back then, or phone Willowbrook Surgery (demo): 020 7946 0018');
    expect(await rows(page)).toEqual(
      names.map((name, index) => (index + 1 === otherDay ? `${name} 08:30 – 12:00 14:00 – 18:30` : `${name} Closed`)),
    );
    await page.setViewport(narrow);
    await page.select(byTestId('language'), 'ar');
    await says(page, 'ساعات العمل');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await misfits(page)).toEqual([]);
  });

  it('[CLINIC-1] [CLINIC-2] lets somebody in who tries again once it is open', async () => {
    const { id, url } = await newClinic(stage.admin, { hours });
    const page = await stage.open(url);
    await shows(page, 'arrival-closed');
    await stage.admin.send('clinics.update', { id, name: 'Morning clinic', hours: null, welcome: null });
    await click(page, 'arrive-again');
    await shows(page, 'details-screen');
  });

  it('[CLINIC-1] says in plain words that it is none', async () => {
    for (const code of ['000000000000', 'no-code-at-all']) {
      const page = await stage.open(`${stage.server.origin}/w/${code}`);
      await shows(page, 'arrival-unknown');
      await says(page, 'Check that you have the whole link, or phone your practice.');
    }
  });

  it('[CLINIC-1] [PAGE-4] tries again by itself when the network is lost or too many come, and says so', async () => {
    const { url } = await newClinic(stage.admin);
    for (const [trouble, words] of [
      [loseTheNetworkOnce, 'We cannot reach your practice just now.'],
      [beTooManyOnce, 'Many people are coming in just now.'],
    ] as const) {
      const page = await stage.open(url, { prepare: [trouble, listenToThePage] });
      await says(page, words);
      await says(page, 'This page tries again by itself.');
      await shows(page, 'details-screen');
    }
  });

  it('[CLINIC-1] brings a device back to its visit as long as that is open, and then to a new one', async () => {
    const { url } = await newClinic(stage.admin);
    const page = await stage.open(url);
    await giveDetails(page, 'Ann Example');
    const first = new URL(page.url()).hash;
    await page.goto(url);
    await shows(page, 'devices-screen');
    expect(new URL(page.url()).hash).toBe(first);

    const desk = await StaffSocket.atDesk(stage.server.origin, stage.admin);
    const { consultationId } = await inTime('Ann Example', desk.roomOf('Ann Example'));
    await stage.admin.send('consultations.end', { id: consultationId });
    await page.goto(url);
    await shows(page, 'details-screen');
    expect(new URL(page.url()).hash).not.toBe(first);
    desk.close();
  });

  it('[CLINIC-1] [BROWSER-1] [BROWSER-4] leads to the advice in the browser of an app', async () => {
    const { url } = await newClinic(stage.admin);
    const page = await stage.open(url, { userAgent: appsBrowsers['Facebook on Android'] });
    await saysIn(page, 'h1', 'Open this in your own browser');
    expect(new URL(page.url()).pathname).toBe('/v');
  });

  it('[CLINIC-1] [BROWSER-2] leads to the advice in a browser that is too old', async () => {
    const { url } = await newClinic(stage.admin);
    const page = await stage.open(url, { prepare: [asYearsAgo] });
    await saysIn(page, 'h1', 'You need another browser');
  });
});

/** Runs in the page: the first request is lost, until words for it are there. */
function loseTheNetworkOnce(): void {
  const real = window.fetch;
  let isLost = true;
  window.fetch = (...request) => {
    if (request[0] !== '/api/arrivals' || !isLost) return real(...request);
    isLost = document.querySelector('[data-testid="arrival-trying"] .fd-notice') === null;
    return Promise.reject(new TypeError('Failed to fetch'));
  };
}

/** Runs in the page: the first request is one too many. */
function beTooManyOnce(): void {
  const real = window.fetch;
  let isTooMany = true;
  window.fetch = (...request) => {
    if (request[0] !== '/api/arrivals' || !isTooMany) return real(...request);
    isTooMany = false;
    return Promise.resolve(Response.json({ code: 'too_many_requests', retryAfter: 2 }, { status: 429 }));
  };
}
