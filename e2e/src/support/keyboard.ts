import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { changedPixels, lookAt, type Look } from './pixels.ts';

interface Stop {
  name: string;
  element: ElementHandle;
  look: Look;
}

/** Somebody without a mouse, who has to see where they are: every stop of the focus must look different from no focus. */
export class Keyboard {
  readonly #page: Page;
  readonly #desk: Page;
  #stop: Stop | null = null;

  /** @param desk a blank page, on which pictures are compared */
  constructor(page: Page, desk: Page) {
    this.#page = page;
    this.#desk = desk;
  }

  async press(key: KeyInput): Promise<void> {
    // What the key does may change the picture as well.
    this.#stop = null;
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.#stop = null;
    await this.#page.keyboard.type(text);
  }

  /** Presses Tab until the focus is on what is called so. */
  async tabTo(name: string): Promise<void> {
    const passed: string[] = [];
    for (;;) {
      const here = await this.tab();
      if (here === name) return;
      passed.push(here);
      if (passed.length > 60) throw new Error(`No way by Tab to “${name}”, but to ${passed.join(' | ')}`);
    }
  }

  /** Presses Tab once; gives what the focus is on then, `''` when it has left the page for the browser's own controls. */
  async tab(): Promise<string> {
    await this.#page.keyboard.press('Tab');
    const left = this.#stop;
    this.#stop = null;
    if (left) await this.#wasVisible(left);
    const element = await this.#page.evaluateHandle(() => document.activeElement ?? document.body);
    const name = await element.evaluate(nameOf);
    if (name !== '') this.#stop = { name, element, look: await lookAt(this.#page, element) };
    return name;
  }

  /** Resolves when the page itself has moved the focus to something that says so. */
  async broughtTo(text: string): Promise<void> {
    this.#stop = null;
    await this.#page.waitForFunction(
      (wanted) => {
        const focused = document.activeElement ?? document.body;
        return focused !== document.body && `${focused.ariaLabel ?? ''} ${focused.textContent}`.includes(wanted);
      },
      {},
      text,
    );
  }

  /** The focus has gone on; what it was on must have changed by as much as a line of 2 px round it. */
  async #wasVisible({ name, element, look }: Stop): Promise<void> {
    const now = await lookAt(this.#page, element, look);
    const changed = await changedPixels(this.#desk, look.picture, now.picture);
    const line = 2 * 2 * (look.place.width + look.place.height);
    if (changed < line) throw new Error(`The focus on “${name}” cannot be seen: ${changed} pixels of at least ${line}`);
  }
}

/** Runs in the page: what the element is called, near enough to what a screen reader says. */
function nameOf(element: Element): string {
  if (element === document.body) return '';
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
  return (element.ariaLabel ?? label ?? element.textContent).trim();
}
