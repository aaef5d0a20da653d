import type { Browser } from 'puppeteer-core';
import { bundle, joinBare, type Joined } from '../bare.ts';
import { BareSfu, type Place } from './sfu.ts';

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

  /** Joins somebody who has settled. */
  async join(browser: Browser): Promise<Joined> {
    return joinBare(browser, await this.#sfu.openRoom());
  }

  close(): void {
    this.#sfu.close();
  }
}

/** Starts the bare server with its page. */
export const startBare = async (place?: Place): Promise<BareSfu> =>
  BareSfu.start(await bundle(new URL('page.ts', import.meta.url)), place);
