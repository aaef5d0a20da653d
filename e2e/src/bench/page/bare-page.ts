import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can be used on a bare page: as soon as it is there, or once it shows the own picture. */
const bodies = {
  main: '<main><input></main>',
  video: `<video autoplay muted playsinline></video><script>
    navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then((own) => {
      document.querySelector('video').srcObject = own;
    });
  </script>`,
};

/** The floor of a page: one answer of as many bytes, with nothing to be fetched or asked after it. */
export class BarePage {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<BarePage> {
    const server = createServer((request, response) => {
      const [, what, bytes] = request.url!.split('/');
      // Browsers ask for an icon as well.
      if (bytes === undefined) return void response.writeHead(404).end();
      const page = `<!doctype html><title>Bare</title><body>${bodies[what as keyof typeof bodies]}`;
      const rest = Math.max(Number(bytes) - page.length, 0);
      const filling = randomBytes(rest).toString('base64url').slice(0, rest);
      response.setHeader('content-type', 'text/html').end(`<!--${filling}-->${page}`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new BarePage(server);
  }

  /** The address of a page of so many bytes. */
  address(what: keyof typeof bodies, bytes: number): string {
    // Only by this name is it a secure place to a browser, without https.
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/${what}/${bytes}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
