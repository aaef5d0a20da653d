import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openTab, type Tab } from '../support/browsers.ts';
import { inTime } from '../support/in-time.ts';
import { framesPresented, peerConnectionCount, until } from '../support/media-probe.ts';
import { admit, click, endForEverybody, follow, giveDetails, saysIn, shows, turnOnDevices } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { talk } from '../support/sitting.ts';
import { Stage, usualCast } from '../support/stage.ts';

describe('[RESUME-4] a patient whose network lets no WebSocket through', () => {
  let server: ServerProcess;
  let browser: Browser;
  let clinician: Tab;
  let patient: Tab;

  beforeAll(async () => {
    server = await ServerProcess.start();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('waits', async () => {
    clinician = await follow(browser, server.links.clinician);
    patient = await openTab(browser, [letNoWebSocketThrough]);
    await patient.page.goto(server.links.patient);
    await giveDetails(patient.page, 'Ann Example');
    await turnOnDevices(patient.page);
    await saysIn(clinician.page, '[data-testid="queue-item"]', 'Ann Example');
    expect(patient.requests.some((address) => address.includes('transport=polling'))).toBe(true);
  });

  it('is let in, and both see each other', async () => {
    await admit(clinician.page, 'Ann Example');
    await Promise.all(
      [clinician, patient].map(({ page }) => framesPresented(page, '[data-testid="remote-video"]', 30)),
    );
  });

  it('is back in the call after a reload', async () => {
    await patient.page.reload();
    await framesPresented(patient.page, '[data-testid="remote-video"]', 30);
  });

  it('is told that it is over', async () => {
    await endForEverybody(clinician.page);
    await shows(patient.page, 'goodbye-screen');
  });
});

describe('[WAY-2] a proxy that begins to break WebSockets in the middle of a call', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
  });
  afterAll(() => stage.close());

  it('leaves the call as it is, and the page goes on by polling', async () => {
    const { clinician, patient } = await stage.call({ overWire: 'patient' });
    const asked: string[] = [];
    patient.on('request', (request) => asked.push(request.url()));
    const connections = await peerConnectionCount(patient);
    stage.wire.refuseUpgrades();
    await inTime(
      'the page to ask by polling',
      until(
        async () => asked.filter((address) => address.includes('transport=polling')).length,
        (count) => count > 2,
      ),
    );
    await talk(clinician, patient);
    expect(await peerConnectionCount(patient)).toBe(connections);
    // What is asked by polling is done: whoever mutes is not heard.
    await click(patient, 'mute');
    await shows(clinician, 'person-muted');
    await endForEverybody(clinician);
    await shows(patient, 'goodbye-screen');
  });
});

/** Runs in the page, before its own scripts. */
function letNoWebSocketThrough(): void {
  window.WebSocket = class extends window.WebSocket {
    constructor() {
      // A port at which nothing listens.
      super(`ws://${location.hostname}:9`);
    }
  };
}
