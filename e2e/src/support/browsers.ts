import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import type { Network } from './network.ts';

const size = { width: 1280, height: 800 };

interface ChromiumOptions {
  /** Only those pages that were given the permission may use camera and microphone. */
  byPermission?: boolean;
  /** It runs on that network's host. */
  network?: Network;
}

/**
 * A Chromium with a camera and a microphone made by itself: a moving pattern and a beep. Every page may use them, unless
 * it is told otherwise.
 */
export async function launchChromium(
  extraArgs: string[] = [],
  { byPermission = false, network }: ChromiumOptions = {},
): Promise<Browser> {
  const chromium = process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium';
  const args = chromiumArgs(extraArgs, byPermission);
  // Over a pipe it ends with us, however we end.
  const common = { defaultViewport: size, pipe: true };
  if (network === undefined) return puppeteer.launch({ ...common, executablePath: chromium, args });
  const [command, before] = network.inside(chromium, await puppeteer.defaultArgs({ args }));
  return puppeteer.launch({
    ...common,
    // Wants a path, and `env` finds it for any command.
    executablePath: '/usr/bin/env',
    ignoreDefaultArgs: true,
    args: [command, ...before],
  });
}

const chromiumArgs = (extraArgs: string[], byPermission: boolean): string[] => [
  // The tests may run as root, under which Chromium's sandbox does not start.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--use-fake-device-for-media-stream',
  ...(byPermission ? [] : ['--use-fake-ui-for-media-stream']),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Three browsers side by side: none of them is in the background for its user.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  ...extraArgs,
];

/** Firefox with its own made-up camera and microphone. */
export function launchFirefox(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_BIN'] ?? '/usr/bin/firefox-esr',
    defaultViewport: size,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
      'media.autoplay.default': 0,
      // Firefox fetches an H.264 plug-in from its maker otherwise.
      'media.gmp-manager.updateEnabled': false,
      'app.normandy.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

/** Everything of a page's that a failing test should tell. */
export interface Tab {
  page: Page;
  context: BrowserContext;
  /** What the page asked for, as full addresses. */
  requests: string[];
  /** Uncaught errors and what the console called one. */
  errors: string[];
}

/** A fresh person at a browser: no cookies, nothing stored. `prepare` runs in each page before its own scripts. */
export async function openTab(browser: Browser, prepare: Array<() => void> = []): Promise<Tab> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const tab: Tab = { page, context, requests: [], errors: [] };
  page.on('request', (request) => tab.requests.push(request.url()));
  page.on('pageerror', (error) => tab.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') tab.errors.push(message.text());
  });
  for (const script of prepare) await page.evaluateOnNewDocument(script);
  return tab;
}
