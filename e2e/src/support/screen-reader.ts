import type { Page } from 'puppeteer-core';

interface Listening extends Window {
  heard: string[];
}

/** Runs in the page before its own scripts: keeps what a screen reader would say without being asked. */
export function listenToThePage(): void {
  const heard: string[] = [];
  (window as unknown as Listening).heard = heard;
  const hear = (region: Element) => {
    const text = region.textContent.trim();
    if (text !== '') heard.push(text);
  };
  const observer = new MutationObserver((changes) => {
    const spoken = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest('[role="status"], [role="alert"]');
      if (region) spoken.add(region);
      // A status is heard when it changes; only an alert also when it comes with its text.
      else
        for (const node of addedNodes) if (node instanceof Element && node.matches('[role="alert"]')) spoken.add(node);
    }
    // What takes the place of something else changes its region twice, and is said once.
    spoken.forEach(hear);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
}

/** Everything heard so far. */
export const heardOn = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as Listening).heard);

/** Resolves when that has been heard on the page. */
export const hears = (page: Page, text: string, options: { timeout?: number } = {}): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => (window as unknown as Listening).heard.some((said) => said.includes(wanted)),
    options,
    text,
  );

/** What was heard so far does not count any more. */
export const forget = (...pages: Page[]): Promise<unknown> =>
  Promise.all(pages.map((page) => page.evaluate(() => (window as unknown as Listening).heard.splice(0))));
