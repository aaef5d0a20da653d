import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from './browsers.ts';
import { Keyboard } from './keyboard.ts';

describe('somebody without a mouse', () => {
  let browser: Browser;
  let page: Page;
  let keyboard: Keyboard;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
    keyboard = new Keyboard(page, await browser.newPage());
    await page.bringToFront();
    await page.setContent(
      '<p style="height: 200px">Connecting …</p><p><button>One</button></p><p><button>Two</button></p>',
    );
    await page.addStyleTag({ content: ':focus-visible { outline: 3px solid black }' });
  });

  it('goes from one to the next where the focus shows', async () => {
    await keyboard.tabTo('Two');
    expect(await keyboard.tab()).toBe('');
  });

  it('does not go on from what looks the same without the focus', async () => {
    await page.addStyleTag({ content: ':focus-visible { outline: none }' });
    await keyboard.tabTo('One');
    await expect(keyboard.tab()).rejects.toThrow('The focus on “One” cannot be seen');
  });

  it('is not misled by what moves at the moment of looking', async () => {
    const takePicture = page.screenshot.bind(page);
    page.screenshot = (async (options: object) => {
      await page.evaluate(() => document.querySelector('p:not(:has(button))')?.remove());
      return takePicture(options);
    }) as typeof page.screenshot;
    await keyboard.tabTo('Two');
  });
});
