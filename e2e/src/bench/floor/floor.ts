import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { openTab } from '../../support/browsers.ts';
import type { BarePage } from './page.ts';
import { BareSfu, type Place } from './sfu.ts';

const script = fileURLToPath(new URL('page.ts', import.meta.url));
/** How long somebody sends before the other one joins, ms. */
const settling = 2_000;

/**
 * The floor of whatever ends with somebody else's picture: a bare page on a bare mediasoup, with nothing of ours in
 * it, and everything made and negotiated anew.
 */
export class Floor {
  readonly #sfu: BareSfu;

  private constructor(sfu: BareSfu) {
    this.#sfu = sfu;
  }

  static async prepare(): Promise<Floor> {
    return new Floor(await startBare());
  }

  /** Joins somebody who has settled. From the navigation to the first picture of theirs, in ms. */
  async join(browser: Browser): Promise<number> {
    const address = await this.#sfu.openRoom();
    const there = await openTab(browser);
    await there.page.goto(address);
    await there.page.waitForFunction(() => (window as BarePage).sending);
    await pause(settling);
    const joining = await openTab(browser);
    await joining.page.goto(address);
    const first = await joining.page.waitForFunction(() => (window as BarePage).firstPicture);
    const took = await first.jsonValue();
    await Promise.all([there.context.close(), joining.context.close()]);
    return took!;
  }

  close(): void {
    this.#sfu.close();
  }
}

/** Starts the bare server with its page. */
export const startBare = async (place?: Place): Promise<BareSfu> => BareSfu.start(await bundle(script), place);

/** A module with all it needs, as one script for a browser. */
async function bundle(entry: string): Promise<string> {
  const lib = { entry, formats: ['es' as const], fileName: 'script' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
