import type { CDPSession, Page } from 'puppeteer-core';

/** Something that came over HTTP. */
export interface Load {
  url: string;
  /** What the browser takes it for: Document, Script, Stylesheet, Fetch... */
  kind: string;
  /** What came over the wire, in bytes: the answer's headers and its body as it was sent, compressed. */
  bytes: number;
  status: number;
  headers: Record<string, string>;
  fromCache: boolean;
}

/** Weighs everything that a page is sent, by the account of the browser's own network stack. */
export class Scales {
  readonly #loads = new Map<string, Load>();
  readonly #underWay = new Set<string>();
  #whenIdle: Array<() => void> = [];
  #handshakes = 0;

  /** Puts a page on the scales; to be done before it is sent anywhere. `without`: parts of it that are kept away. */
  static async under(page: Page, without: string[] = []): Promise<Scales> {
    const devTools = await page.createCDPSession();
    const scales = new Scales(devTools);
    await devTools.send('Network.enable');
    await devTools.send('Network.setBlockedURLs', { urls: without });
    return scales;
  }

  private constructor(devTools: CDPSession) {
    devTools.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
      this.#underWay.add(requestId);
      this.#loads.set(requestId, {
        url: request.url,
        kind: type,
        bytes: 0,
        status: 0,
        headers: {},
        fromCache: false,
      });
    });
    devTools.on('Network.responseReceived', ({ requestId, response }) => {
      const { status, headers, fromDiskCache = false } = response;
      Object.assign(this.#loads.get(requestId)!, { status, headers, fromCache: fromDiskCache });
    });
    devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      this.#loads.get(requestId)!.bytes = encodedDataLength;
      this.#done(requestId);
    });
    devTools.on('Network.loadingFailed', ({ requestId }) => this.#done(requestId));
    devTools.on('Network.webSocketHandshakeResponseReceived', ({ response }) => {
      this.#handshakes += response.headersText?.length ?? 0;
    });
  }

  /** Everything so far. */
  get loads(): Load[] {
    return [...this.#loads.values()];
  }

  /** Everything so far that came over HTTP, in bytes. */
  get total(): number {
    return this.loads.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The answers by which connections became WebSockets, in bytes. What goes over those is not counted. */
  get handshakes(): number {
    return this.#handshakes;
  }

  /** Resolves when nothing is on its way. */
  idle(): Promise<void> {
    return new Promise((idle) => {
      if (this.#underWay.size === 0) idle();
      else this.#whenIdle.push(idle);
    });
  }

  #done(requestId: string): void {
    this.#underWay.delete(requestId);
    if (this.#underWay.size > 0) return;
    for (const idle of this.#whenIdle.splice(0)) idle();
  }
}
