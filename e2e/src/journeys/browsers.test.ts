import { decodeQR } from 'qr/decode.js';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { byTestId, click, giveDetails, press, says, saysIn, shows, turnOnDevices } from '../support/people.ts';
import { Stage, usualCast } from '../support/stage.ts';
import { appsBrowsers, asYearsAgo, withoutCalls, withoutCamera, withoutDevices } from '../support/user-agents.ts';

const whatsApp = appsBrowsers['WhatsApp on an iPhone'];
const facebook = appsBrowsers['Facebook on Android'];

/** A page as it is on the smallest of phones. */
const phone = { width: 320, height: 640 };

describe('the right browser', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.set(usualCast);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const heading = (page: Page) => page.$eval('h1', (element) => element.innerText);
  const wayOut = (page: Page) => page.$eval('main a[class*=button]', (link) => link.href);

  /** Opens the square code; what a camera reads from the screen. */
  async function readCode(page: Page): Promise<{ text: string; width: number }> {
    await page.locator(`${byTestId('other-device')} summary`).click();
    const code = (await page.waitForSelector('.fd-qr', { visible: true }))!;
    const width = await code.evaluate((element) => element.getBoundingClientRect().width);
    const desk = await stage.blankPage();
    const { data, ...size } = await pixelsOf(desk, await code.screenshot({ encoding: 'base64' }));
    await desk.close();
    return { text: decodeQR({ ...size, data: Uint8Array.from(data) }), width };
  }

  describe.each(Object.entries(appsBrowsers))('%s', (_name, userAgent) => {
    it('[BROWSER-1] [BROWSER-4] is told of, while the clinician sees who came', async () => {
      const { patientLink, clinicianLink } = await stage.consultation();
      const clinician = await stage.open(clinicianLink);
      const page = await stage.open(patientLink, { userAgent });
      await shows(page, 'browser-advice');
      expect(await heading(page)).toBe('Open this in your own browser');
      await shows(clinician, 'queue-item');
      await says(page, 'You have arrived');
    });

    it('[BROWSER-5] hands the link over as it is', async () => {
      const { patientLink } = await stage.consultation();
      const page = await stage.open(patientLink, { userAgent });
      await page.setViewport(phone);
      await shows(page, 'browser-advice');
      const { text, width } = await readCode(page);
      expect(text).toBe(patientLink);
      expect(width).toBeGreaterThanOrEqual(200);
      expect(linkIn(await wayOut(page))).toBe(patientLink);
    });
  });

  it('[BROWSER-5] fetches what draws the code only when somebody wants it', async () => {
    const { patientLink } = await stage.consultation();
    const page = await stage.open(patientLink, { userAgent: whatsApp });
    await shows(page, 'arrived');
    const fetched = () =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('QrCode')).length,
      );
    expect(await fetched()).toBe(0);
    await readCode(page);
    expect(await fetched()).toBe(1);
  });

  it('[BROWSER-5] copies the link', async () => {
    const { patientLink } = await stage.consultation();
    const page = await stage.open(patientLink, { userAgent: facebook });
    const { origin } = new URL(patientLink);
    const state = 'granted';
    await page
      .browserContext()
      .setPermission(
        origin,
        { permission: { name: 'clipboard-read' }, state },
        { permission: { name: 'clipboard-write' }, state },
      );
    await page.bringToFront();
    await press(page, 'Copy link');
    await says(page, 'Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(patientLink);
  });

  it('[BROWSER-5] selects the link where the app lets nobody copy', async () => {
    const { patientLink } = await stage.consultation();
    const page = await stage.open(patientLink, { userAgent: facebook, prepare: [withoutClipboard] });
    await press(page, 'Copy link');
    await says(page, 'copy it yourself');
    expect(await page.evaluate(() => getSelection()!.toString())).toBe(patientLink);
  });

  it('[BROWSER-6] [LINK-6] goes on in the own browser unasked, and the app is told', async () => {
    const { patientLink, clinicianLink } = await stage.consultation();
    const clinician = await stage.open(clinicianLink);
    const inApp = await stage.open(patientLink, { userAgent: whatsApp });
    await shows(inApp, 'arrived');
    const own = await stage.open(patientLink);
    await shows(own, 'details-screen');
    await says(inApp, 'You carried on somewhere else');
    await giveDetails(own, 'Ann Example');
    await saysIn(clinician, byTestId('queue-item'), 'Ann Example');
    expect(await clinician.$$(byTestId('queue-item'))).toHaveLength(1);
  });

  it('[BROWSER-3] can be tried where nothing is missing, as far as the waiting room', async () => {
    const { patientLink, clinicianLink } = await stage.consultation();
    const clinician = await stage.open(clinicianLink);
    const page = await stage.open(patientLink, { userAgent: facebook });
    // What is said of it moves the page.
    await shows(page, 'arrived');
    await click(page, 'try-here');
    await giveDetails(page, 'Ann Example');
    await turnOnDevices(page);
    await saysIn(clinician, byTestId('queue-item'), 'Ann Example');
    await page.reload();
    await shows(page, 'waiting-screen');
    // From now on it is this one that has the place.
    const other = await stage.open(patientLink);
    await shows(other, 'in-use-screen');
  });

  it('[BROWSER-3] shows the ways out again when it came to nothing', async () => {
    const { patientLink } = await stage.consultation();
    const page = await stage.open(patientLink, { userAgent: facebook, devices: false });
    // What is said of it moves the page.
    await shows(page, 'arrived');
    await click(page, 'try-here');
    await giveDetails(page, 'Ann Example');
    await click(page, 'turn-on-devices');
    await click(page, 'leave-app');
    await shows(page, 'arrived');
    const own = await stage.open(patientLink);
    await shows(own, 'devices-screen');
  });

  it.each([
    ['camera and microphone', withoutDevices],
    ['calls', withoutCalls],
  ])('[BROWSER-3] cannot be tried without %s', async (_what, prepare) => {
    const { patientLink } = await stage.consultation();
    const page = await stage.open(patientLink, { userAgent: facebook, prepare: [prepare] });
    await shows(page, 'arrived');
    expect(await page.$(byTestId('try-here'))).toBeNull();
    await says(page, 'phone your practice');
  });

  it('[BROWSER-2] [BROWSER-4] is another one where no calls are to be had, and the clinician sees who came', async () => {
    const { patientLink, clinicianLink } = await stage.consultation();
    const clinician = await stage.open(clinicianLink);
    const page = await stage.open(patientLink, { prepare: [withoutCalls] });
    await shows(page, 'arrived');
    expect(await heading(page)).toBe('You need another browser');
    expect(await page.$(byTestId('try-here'))).toBeNull();
    await shows(clinician, 'queue-item');
    await shows(page, 'ring-me');
    expect((await readCode(page)).text).toBe(patientLink);
  });

  it('[BROWSER-2] is a newer one where this is too old even to connect', async () => {
    const { patientLink } = await stage.consultation();
    const page = await stage.open(patientLink, { prepare: [asYearsAgo] });
    await says(page, 'too old');
    expect((await readCode(page)).text).toBe(patientLink);
  });

  it('[BROWSER-2] is a newer one where the code cannot be read at all', async () => {
    const { patientLink } = await stage.consultation();
    const page = await stage.blankPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void (request.resourceType() === 'script' ? request.abort() : request.continue()));
    await page.goto(patientLink);
    await page.waitForSelector('.fd-late', { visible: true });
    await page.close();
  });

  it('[BROWSER-6] [BROWSER-7] is on the phone where the computer has no camera', async () => {
    const { patientLink, clinicianLink } = await stage.consultation();
    const clinician = await stage.open(clinicianLink);
    const computer = await stage.open(patientLink, { prepare: [withoutCamera] });
    await giveDetails(computer, 'Ann Example');
    await shows(computer, 'devices-screen');
    const { text } = await readCode(computer);
    expect(text).toBe(patientLink);
    await shows(computer, 'gives-way');
    const mobile = await stage.open(text, { userAgent: chromeOnAPhone });
    await shows(mobile, 'devices-screen');
    await says(computer, 'You carried on somewhere else');
    await saysIn(clinician, byTestId('queue-item'), 'Ann Example');
    expect(await clinician.$$(byTestId('queue-item'))).toHaveLength(1);
  });

  it('[BROWSER-7] keeps the place here once the code is put away', async () => {
    const { patientLink } = await stage.consultation();
    const computer = await stage.open(patientLink, { prepare: [withoutCamera] });
    await giveDetails(computer, 'Ann Example');
    await shows(computer, 'devices-screen');
    await readCode(computer);
    await shows(computer, 'gives-way');
    await computer.locator(`${byTestId('other-device')} summary`).click();
    await computer.waitForSelector(byTestId('gives-way'), { hidden: true });
    await click(computer, 'without-devices');
    await shows(computer, 'waiting-screen');
    const other = await stage.open(patientLink);
    await shows(other, 'in-use-screen');
  });
});

const chromeOnAPhone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36';

/** Runs in the page. */
function withoutClipboard(): void {
  navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
}

/** The link that an address out of an app leads to, by the rules of whoever takes it there. */
function linkIn(address: string): string {
  const { protocol, searchParams } = new URL(address);
  if (protocol === 'instagram:') return searchParams.get('url')!;
  if (protocol !== 'intent:') return address.replace('x-safari-', '');
  const [, to, scheme] = /^intent:(.*)#Intent;scheme=(\w+);.*end$/.exec(address)!;
  return `${scheme}:${to}`;
}

/** A picture's pixels. `desk` is any page without rules of its own. */
const pixelsOf = (desk: Page, png: string) =>
  desk.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return { width, height, data: [...context.getImageData(0, 0, width, height).data] };
  }, png);
