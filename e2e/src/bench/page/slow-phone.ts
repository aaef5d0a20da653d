import type { CDPSession, Page } from 'puppeteer-core';
import { inTime } from '../../support/in-time.ts';
import { Scales } from '../../support/scales.ts';

/** How many times slower than this machine a cheap phone is. */
const slower = 4;
/** Mobile Internet where the signal is weak: ms from a request to the beginning of its answer, and bytes per second. */
const network = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** What it took until somebody could use a page. */
export interface Usable {
  /** From the navigation until it was painted, ms. */
  took: number;
  /** For how long the page's main thread was at work until then, ms. */
  mainThread: number;
  /** What had been answered over HTTP by then. */
  requests: number;
  /** HTML, scripts and styles that had come by then, bytes without headers. */
  bytes: number;
}

interface Telling extends Window {
  usable: (took: number) => void;
}

/** A page on a slow phone, by the browser's developers' tools. */
export class SlowPhone {
  readonly #page: Page;
  readonly #devTools: CDPSession;
  #whenUsable = (_took: number): void => {};

  private constructor(page: Page, devTools: CDPSession) {
    this.#page = page;
    this.#devTools = devTools;
  }

  static async of(page: Page): Promise<SlowPhone> {
    const devTools = await page.createCDPSession();
    const phone = new SlowPhone(page, devTools);
    await page.exposeFunction('usable', (took: number) => phone.#whenUsable(took));
    await devTools.send('Performance.enable');
    await devTools.send('Network.enable');
    return phone;
  }

  /**
   * Opens an address as slowly as that.
   *
   * @param usable what is there once the page can be used: an element, or a video once a picture of it has been shown
   * @param cached whether what the browser has kept may be used
   */
  async open(address: string, usable: string, { cached = false } = {}): Promise<Usable> {
    await this.#page.goto('about:blank');
    if (!cached) await this.#devTools.send('Network.clearBrowserCache');
    const scales = await Scales.under(this.#page);
    const script = await this.#page.evaluateOnNewDocument(tellWhenUsable, usable);
    await this.#slowDown();
    const before = await this.#atWork();
    const measured = new Promise<Usable>((tell) => {
      this.#whenUsable = (took) => {
        const { pageBytes } = scales;
        const answered = scales.loads.filter(({ status }) => status !== 0);
        void this.#atWork().then((after) =>
          tell({ took, mainThread: after - before, requests: answered.length, bytes: pageBytes }),
        );
      };
    });
    await this.#page.goto(address);
    const result = await inTime('a page that can be used', measured);
    await this.#speedUp();
    await this.#page.removeScriptToEvaluateOnNewDocument(script.identifier);
    return result;
  }

  async #slowDown(): Promise<void> {
    await this.#emulate([{ urlPattern: '', ...network }]);
    await this.#devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  }

  async #speedUp(): Promise<void> {
    await this.#devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await this.#emulate([]);
  }

  #emulate(matchedNetworkConditions: Array<typeof network & { urlPattern: string }>): Promise<unknown> {
    return this.#devTools.send('Network.emulateNetworkConditionsByRule', { matchedNetworkConditions });
  }

  /** For how long the main thread has been at work, ms. */
  async #atWork(): Promise<number> {
    const { metrics } = await this.#devTools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
  }
}

/** Runs in the page before its own scripts. */
function tellWhenUsable(selector: string): void {
  const tell = () => {
    // The frame in which it is shown is through when the next task has its turn.
    requestAnimationFrame(() => {
      setTimeout(() => (window as unknown as Telling).usable(performance.now()));
    });
  };
  const watching = new MutationObserver(() => {
    const there = document.querySelector(selector);
    if (there === null) return;
    watching.disconnect();
    if (there instanceof HTMLVideoElement) there.requestVideoFrameCallback(tell);
    else tell();
  });
  watching.observe(document, { subtree: true, childList: true });
}
