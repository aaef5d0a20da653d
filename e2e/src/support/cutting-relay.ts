import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';

/**
 * Something between browsers and a server that brings on what both say, until the server says `words`: these are lost,
 * and the browser's connection with them, while the server sees its own stand. It does so once.
 */
export class CuttingRelay {
  readonly #server: Server;
  #words: string | null;

  private constructor(port: number, words: string) {
    this.#words = words;
    this.#server = createServer((browser) => {
      const server = connect(port, '127.0.0.1');
      let said = '';
      server.on('data', (chunk) => {
        said += chunk.toString('latin1');
        if (this.#words !== null && said.includes(this.#words)) {
          this.#words = null;
          browser.destroy();
        }
        if (!browser.destroyed) browser.write(chunk);
      });
      browser.on('data', (chunk) => server.write(chunk));
      browser.on('end', () => server.end());
      for (const end of [browser, server]) end.on('error', () => undefined);
      server.on('close', () => browser.destroy());
    });
  }

  /** To a port of loopback, where it listens itself. */
  static async to(port: string, words: string): Promise<CuttingRelay> {
    const relay = new CuttingRelay(Number(port), words);
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Whether the words were said and lost. */
  get hasCut(): boolean {
    return this.#words === null;
  }

  close(): void {
    this.#server.close();
  }
}
