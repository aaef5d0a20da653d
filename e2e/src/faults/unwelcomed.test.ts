import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/browsers.ts';
import { CuttingRelay } from '../support/cutting-relay.ts';
import { follow, says, shows } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';

describe('a newcomer who is in, and whose connection is lost before they are told', () => {
  let relay: CuttingRelay;
  let server: ServerProcess;
  let browser: Browser;

  beforeAll(async () => {
    server = await ServerProcess.start();
    const { host, port } = new URL(server.origin);
    relay = await CuttingRelay.to(port, 'visit:welcome');
    browser = await launchChromium([`--host-resolver-rules=MAP ${host} 127.0.0.1:${relay.port}`]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    relay?.close();
  });

  it('[LINK-7] [LINK-4] comes in once the server has noticed, unlike a second device, which is asked at once', async () => {
    const { page, requests } = await follow(browser, server.links.patient);
    await says(page, 'You need do nothing: this page tries again by itself.');
    const screens = ['details-screen', 'in-use-screen'].map((screen) => shows(page, screen).then(() => screen));
    expect(await Promise.race(screens)).toBe('details-screen');
    expect(relay.hasCut).toBe(true);
    expect(asksOf(requests)).toBeGreaterThan(2);

    const other = await follow(browser, server.links.patient);
    await shows(other.page, 'in-use-screen');
    expect(asksOf(other.requests)).toBe(1);
  });
});

const asksOf = (requests: string[]) => requests.filter((url) => url.includes('/api/links/')).length;
