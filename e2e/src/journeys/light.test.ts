import type { Browser, HTTPRequest } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budget, goAllTheWay, waitWithout } from '../bench/page/weight.ts';
import { launchChromium, openTab } from '../support/browsers.ts';
import { HttpClient } from '../support/http-client.ts';
import { laterParts } from '../support/later-parts.ts';
import { byTestId, shows } from '../support/people.ts';
import { Scales } from '../support/scales.ts';
import { ServerProcess } from '../support/server.ts';

describe("the patient's page", () => {
  let server: ServerProcess;
  let browser: Browser;
  let later: string[];
  let admin: HttpClient;
  const newLinks = () => admin.send('consultations.create', {});

  beforeAll(async () => {
    [server, browser, later] = await Promise.all([ServerProcess.start(), launchChromium(), laterParts()]);
    admin = await HttpClient.signedInBy(server.links.admin);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('[LIGHT-1] is sent compressed, and the second time only asked whether it has changed', async () => {
    const { page, context } = await openTab(browser);
    const first = await Scales.under(page);
    await page.goto((await newLinks()).patientLink);
    await shows(page, 'details-screen');
    await first.idle();
    const parts = first.loads.filter(({ url }) => url.includes('/assets/'));
    expect(parts.length).toBeGreaterThan(3);
    for (const { url, headers, bodyBytes } of parts) {
      const { 'content-encoding': encoding, 'content-length': length, 'cache-control': cache } = lowerCased(headers);
      expect({ url, encoding, cache }).toEqual({ url, encoding: 'br', cache: 'public, max-age=31536000, immutable' });
      expect(bodyBytes).toBe(Number(length));
    }

    const second = await Scales.under(page);
    await page.reload();
    await shows(page, 'details-screen');
    await second.idle();
    expect(second.pageBytes).toBe(0);
    await context.close();
  });

  it('[LIGHT-2] can be used up to waiting without anything that it fetches later', async () => {
    const scales = await waitWithout(later, browser, (await newLinks()).patientLink);
    const keptAway = scales.loads.filter(({ url }) => isOneOf(later, url));
    expect(keptAway.length).toBeGreaterThan(1);
    expect(keptAway.every(({ bodyBytes }) => bodyBytes === 0)).toBe(true);
  });

  it('[LIGHT-2] asks for what a call needs once there is something to read', async () => {
    const { page, context } = await openTab(browser);
    const askedFor: Array<{ url: string; somethingToRead: boolean }> = [];
    const lookBefore = async (request: HTTPRequest) => {
      if (isOneOf(later, request.url())) {
        const somethingToRead = (await page.$(byTestId('details-screen'))) !== null;
        askedFor.push({ url: request.url(), somethingToRead });
      }
      await request.continue();
    };
    await page.setRequestInterception(true);
    page.on('request', (request) => void lookBefore(request));
    await page.goto((await newLinks()).patientLink);
    await expect
      .poll(() => askedFor.filter(({ url }) => /prepare-link|CallScreen/.test(url)).length)
      .toBeGreaterThan(1);
    expect(askedFor.filter(({ somethingToRead }) => !somethingToRead)).toEqual([]);
    await context.close();
  });

  it('[LIGHT-5] asks for the way in, once, while its own script is on its way', async () => {
    const { patientLink } = await newLinks();
    const { page, context } = await openTab(browser);
    const asked: string[] = [];
    const held: HTTPRequest[] = [];
    let holds = true;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(pathname);
      if (holds && /\/assets\/visit-.*\.js$/.test(pathname)) held.push(request);
      else void request.continue();
    });
    const opens = async (open: () => Promise<unknown>, question: string) => {
      asked.length = held.length = 0;
      holds = true;
      const opened = open();
      await expect.poll(() => asked).toEqual([question]);
      await expect.poll(() => held.length).toBe(1);
      holds = false;
      await held[0]!.continue();
      await opened;
      await shows(page, 'details-screen');
      expect(asked).toEqual([question]);
    };
    await opens(() => page.goto(patientLink), '/api/links/exchange');
    await opens(() => page.reload(), '/api/visits/resume');
    await context.close();
  });

  it('[LIGHT-3] weighs no more than it may', async () => {
    const waiting = await waitWithout(later, browser, (await newLinks()).patientLink);
    const { patient: journey } = await goAllTheWay(browser, await newLinks());
    expect(waiting.pageBytes).toBeGreaterThan(10_000);
    expect(waiting.pageBytes).toBeLessThanOrEqual(budget.waitingPage);
    expect(journey.pageBytes).toBeGreaterThan(waiting.pageBytes);
    expect(journey.pageBytes).toBeLessThanOrEqual(budget.wholeJourney);
  });
});

const isOneOf = (patterns: string[], url: string): boolean =>
  patterns.some((pattern) => url.endsWith(pattern.slice(1)));

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
