import type { Browser, Page } from 'puppeteer-core';
import { openTab, type Tab } from './browsers.ts';
import { HttpClient, secretOf } from './http-client.ts';
import { framesPresented, soundHeard, watchPeerConnections } from './media-probe.ts';
import { byTestId, click, press } from './people.ts';

interface Counting extends Window {
  timesAsked: number;
  tracks: MediaStreamTrack[];
}

/** Runs in the page before its own scripts: counts how often camera or microphone are asked for, and what they give. */
function countAsking(): void {
  const counting = window as unknown as Counting;
  counting.timesAsked = 0;
  counting.tracks = [];
  // Pages of other origins than safe ones have none.
  const devices = navigator.mediaDevices;
  if (devices === undefined) return;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    counting.timesAsked += 1;
    const stream = await ask(constraints);
    counting.tracks.push(...stream.getTracks());
    return stream;
  };
}

export const timesAsked = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Counting).timesAsked);

/** How many of the person's own devices are on. */
export const devicesOn = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Counting).tracks.filter(({ readyState }) => readyState === 'live').length);

/** A clinician's account, made by a link of the practice's admin, and signed in. */
export async function clinicianOf(admin: HttpClient, origin: string, name: string): Promise<HttpClient> {
  const { url } = await admin.send('staff-links.create', { roles: ['clinician'] });
  const account = new HttpClient(origin);
  const email = `${name.replaceAll(/\W+/g, '.')}@willowbrook.example`;
  const password = 'four words together';
  await account.send('staff-links.make-account', { secret: secretOf(url), name, email, password });
  return account;
}

/** The waiting list, as somebody of the practice who is signed in. `watched` runs in the page before its own scripts. */
export async function sitDown(
  browser: Browser,
  origin: string,
  account: HttpClient,
  watched: Array<() => void> = [],
): Promise<Tab> {
  const tab = await openTab(browser, [watchPeerConnections, countAsking, ...watched]);
  const [name, value] = account.cookie!.split('=') as [string, string];
  const { hostname: domain } = new URL(origin);
  await tab.context.setCookie({ name, value, domain, path: '/', httpOnly: true, sameSite: 'Strict' });
  await tab.page.goto(`${origin}/staff/waiting`);
  return tab;
}

/** Chooses somebody on the list, and says yes to the name. */
export async function callInFromList(page: Page, name: string): Promise<void> {
  await press(page, `Call in: ${name}`);
  await click(page, 'confirm-call-in');
}

/** Resolves when clinician and patient see and hear each other. */
export async function talk(...pages: Page[]): Promise<void> {
  await Promise.all(pages.flatMap((page) => [framesPresented(page, byTestId('remote-video'), 20), soundHeard(page)]));
}
