import type { CDPSession, Page } from 'puppeteer-core';

/** Something that came over HTTP. */
export interface Load {
  url: string;
  /** What the browser takes it for: Document, Script, Stylesheet, Fetch... */
  kind: string;
  status: number;
  headers: Record<string, string>;
  /** What came over the wire, in bytes: the answer's headers, and its body as it was sent, compressed. */
  headerBytes: number;
  bodyBytes: number;
}

/** Weighs everything that a page is sent, by the account of the browser's own network stack. */
export class Scales {
  readonly #loads = new Map<string, Load>();
  readonly #underWay = new Set<string>();
  #whenIdle: Array<() => void> = [];
  #handshakeBytes = 0;

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
      const nothingYet = { status: 0, headers: {}, headerBytes: 0, bodyBytes: 0 };
      this.#loads.set(requestId, { url: request.url, kind: type, ...nothingYet });
    });
    devTools.on('Network.responseReceived', ({ requestId, response }) => {
      const { status, headers, encodedDataLength } = response;
      Object.assign(this.#loads.get(requestId)!, { status, headers, headerBytes: encodedDataLength });
    });
    devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const load = this.#loads.get(requestId)!;
      // What comes out of the cache has headers too, which no wire carried now.
      load.headerBytes = Math.min(load.headerBytes, encodedDataLength);
      load.bodyBytes = encodedDataLength - load.headerBytes;
      this.#done(requestId);
    });
    devTools.on('Network.loadingFailed', ({ requestId }) => this.#done(requestId));
    devTools.on('Network.webSocketHandshakeResponseReceived', ({ response }) => {
      this.#handshakeBytes += response.headersText?.length ?? 0;
    });
  }

  /** Everything so far. */
  get loads(): Load[] {
    return [...this.#loads.values()];
  }

  /** The HTML, scripts and styles so far, as they were sent: bytes without headers. */
  get pageBytes(): number {
    const kinds = ['Document', 'Script', 'Stylesheet'];
    return sum(this.loads.filter(({ kind }) => kinds.includes(kind)).map(({ bodyBytes }) => bodyBytes));
  }

  /** Everything so far that came over HTTP, in bytes, headers and answers to requests included. */
  get wireBytes(): number {
    return sum(this.loads.map(({ headerBytes, bodyBytes }) => headerBytes + bodyBytes));
  }

  /** The answers by which connections became WebSockets, in bytes. What goes over those is not counted. */
  get handshakeBytes(): number {
    return this.#handshakeBytes;
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

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
