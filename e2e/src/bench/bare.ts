import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { openTab } from '../support/browsers.ts';
import { firstsOf, noteFirsts } from './firsts.ts';

/** What a bare page lets others know of itself. */
export interface BarePage extends Window {
  /** All that it sends is on its way. */
  sending?: boolean;
}

/** How long somebody sends before the other one joins, ms. */
export const settling = 2_000;
export const bareHtml = '<!doctype html><title>Bare</title><body><script type="module" src="script"></script>';

/** How long somebody who joined waited, from the navigation, for the first of the other's, in ms. */
export interface Joined {
  picture: number;
  sound: number;
}

/** Opens a bare page, and when that one has settled, another one by the same address; everything anew. */
export async function joinBare(browser: Browser, address: string): Promise<Joined> {
  const there = await openTab(browser);
  await there.page.goto(address);
  await there.page.waitForFunction(() => (window as BarePage).sending);
  await pause(settling);
  const joining = await openTab(browser, [noteFirsts]);
  await joining.page.goto(address);
  const { opened, picture, sound } = await firstsOf(joining.page);
  await Promise.all([there.context.close(), joining.context.close()]);
  return { picture: picture - opened, sound: sound - opened };
}

/** A module with all it needs, as one script for a browser. */
export async function bundle(module: URL): Promise<string> {
  const lib = { entry: fileURLToPath(module), formats: ['es' as const], fileName: 'script' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
