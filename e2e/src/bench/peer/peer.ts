import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { bareHtml, bundle, joinBare, type Joined } from '../bare.ts';
import { Janus } from './janus.ts';

/**
 * The peer: a bare page on Janus, by the messages of Janus's own demonstration of video rooms, with the same camera and
 * everything made and negotiated anew.
 */
export class Peer {
  readonly #janus: Janus;
  readonly #server: Server;

  private constructor(janus: Janus, server: Server) {
    this.#janus = janus;
    this.#server = server;
  }

  static async prepare(): Promise<Peer> {
    const script = await bundle(new URL('page.ts', import.meta.url));
    const server = createServer(({ url }, response) => {
      if (url === '/script') response.setHeader('content-type', 'text/javascript').end(script);
      else response.setHeader('content-type', 'text/html').end(bareHtml);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Peer(await Janus.start(), server);
  }

  get version(): string {
    return this.#janus.version;
  }

  /** Joins somebody who has settled. */
  async join(browser: Browser): Promise<Joined> {
    const { port } = this.#server.address() as AddressInfo;
    const asked = new URLSearchParams({ janus: this.#janus.url, room: String(await this.#janus.openRoom()) });
    return joinBare(browser, `http://localhost:${port}/?${asked}`);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await this.#janus.close();
  }
}
