import type { Browser, Page } from 'puppeteer-core';
import { openTab, type Tab } from './browsers.ts';
import { watchPeerConnections } from './media-probe.ts';

export const byTestId = (id: string): string => `[data-testid="${id}"]`;

/** What a person could press now: what is busy, or behind a question, is waited for. */
const withinReach = (page: Page, selector: string) =>
  page.locator(selector).filter((element) => {
    const question = document.querySelector('dialog:modal');
    return element.ariaDisabled !== 'true' && (question === null || question.contains(element));
  });

export const click = (page: Page, testId: string): Promise<void> => withinReach(page, byTestId(testId)).click();

export const shows = (page: Page, testId: string) => page.waitForSelector(byTestId(testId), { visible: true });

/** Resolves when the page says so, anywhere on it. */
export const says = (page: Page, text: string | RegExp): Promise<unknown> =>
  page.waitForFunction(
    (source, flags) => new RegExp(source, flags).test(document.body.innerText),
    {},
    typeof text === 'string' ? text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : text.source,
    typeof text === 'string' ? '' : text.flags,
  );

/** Resolves when what looks like `selector` says so. */
export const saysIn = (page: Page, selector: string, text: string): Promise<unknown> =>
  page.waitForFunction(
    (where, what) => [...document.querySelectorAll<HTMLElement>(where)].some((part) => part.innerText.includes(what)),
    {},
    selector,
    text,
  );

/** Clicks the button that has this name to a screen reader. */
export const press = (page: Page, name: string): Promise<void> =>
  withinReach(page, `::-p-aria([name="${name}"][role="button"])`).click();

/** Types into the field of that id. */
export const fill = (page: Page, id: string, text: string): Promise<void> => page.locator(`#${id}`).fill(text);

/** Resolves when the person sees themselves. */
export const ownPicture = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const self = document.querySelector<HTMLVideoElement>('[data-testid="self-video"]');
    return self !== null && self.videoWidth > 0;
  });

/** Resolves when a form says what is wrong with it. */
export const objects = (page: Page) => page.waitForSelector('.nhsuk-error-summary', { visible: true });

/** Opens a link as somebody who was sent it. `prepare` runs in the page before its own scripts. */
export async function follow(browser: Browser, link: string, prepare: Array<() => void> = []): Promise<Tab> {
  const tab = await openTab(browser, [watchPeerConnections, ...prepare]);
  await tab.page.goto(link);
  return tab;
}

/** Fills in who it is and agrees. */
export async function giveDetails(page: Page, name: string): Promise<void> {
  await shows(page, 'details-screen');
  await page.locator('#name').fill(name);
  await page.locator('#agreed').click();
  await click(page, 'check-in');
}

/** Lets the page have camera and microphone, and goes on to the waiting room, whatever came of it. */
export async function turnOnDevices(page: Page): Promise<void> {
  await click(page, 'turn-on-devices');
  await click(page, 'go-on');
  await shows(page, 'waiting-screen');
}

/** From the link to the waiting room, with camera and microphone on. */
export async function arriveAndWait(
  browser: Browser,
  link: string,
  name: string,
  prepare: Array<() => void> = [],
): Promise<Tab> {
  const tab = await follow(browser, link, prepare);
  await giveDetails(tab.page, name);
  await turnOnDevices(tab.page);
  return tab;
}

/** One click, and the confirmation that names the person. */
export async function admit(page: Page, name: string): Promise<void> {
  await withinReach(page, `${byTestId('admit')}[aria-label*="${name}"]`).click();
  await saysIn(page, 'dialog[open]', name);
  await click(page, 'confirm-admit');
}

/**
 * Resolves when the person sees somebody and the server knows that the call began, which is what the end asks about
 * and what the call's duration counts from.
 */
export const inCall = (page: Page): Promise<unknown> =>
  Promise.all([page.waitForSelector('[data-state="seen"]'), shows(page, 'call-duration')]);

export async function endForEverybody(page: Page): Promise<void> {
  await click(page, 'end-call');
  await click(page, 'confirm-end');
}

/** Sends the one other person in the call away for good, and says why. */
export async function removeFromCall(page: Page): Promise<void> {
  await click(page, 'remove');
  await page.locator('dialog ::-p-text(Is not who we expected)').click();
  await click(page, 'confirm-remove');
}
