import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorker } from 'mediasoup';
import type { RouterRtpCodecCapability, WebRtcServer, Worker } from 'mediasoup/types';
import { bareHtml } from '../bare.ts';
import { BareRoom } from './room.ts';

/** Where it listens: pages and, by UDP, media; 0 is any free port. */
export interface Place {
  host: string;
  mediaPort: number;
}

const usual: Place = { host: '127.0.0.1', mediaPort: 0 };
export const codecs: RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

/** mediasoup with the least around it that a call needs: no accounts, no rules, nothing to come back to. */
export class BareSfu {
  readonly #worker: Worker;
  readonly #media: WebRtcServer;
  readonly #server: Server;
  readonly #rooms = new Map<string, BareRoom>();

  private constructor(worker: Worker, media: WebRtcServer, script: string) {
    this.#worker = worker;
    this.#media = media;
    this.#server = createServer((request, response) => {
      this.#answer(request, response, script).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  }

  /** @param script of its one page */
  static async start(script: string, { host, mediaPort }: Place = usual): Promise<BareSfu> {
    const binary = process.env['MEDIASOUP_WORKER_BIN'];
    const worker = await createWorker({ logLevel: 'error', ...(binary !== undefined && { workerBin: binary }) });
    const media = await worker.createWebRtcServer({
      listenInfos: [{ protocol: 'udp', ip: host, ...(mediaPort !== 0 && { port: mediaPort }) }],
    });
    const sfu = new BareSfu(worker, media, script);
    sfu.#server.listen(0, host);
    await once(sfu.#server, 'listening');
    return sfu;
  }

  /** Where its page is. */
  get origin(): string {
    const { address, port } = this.#server.address() as AddressInfo;
    // Only by this name is it a secure place to a browser, without https.
    return `http://${address === usual.host ? 'localhost' : address}:${port}`;
  }

  /** The address of the page of a new room. */
  async openRoom(): Promise<string> {
    const router = await this.#worker.createRouter({ mediaCodecs: codecs });
    this.#rooms.set(router.id, new BareRoom(router, this.#media));
    return `${this.origin}/${router.id}/`;
  }

  close(): void {
    this.#worker.close();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse, script: string): Promise<void> {
    const { pathname, search } = new URL(request.url!, 'http://localhost');
    const [, roomId = '', what = ''] = pathname.split('/');
    const room = this.#rooms.get(roomId);
    if (room === undefined) response.writeHead(404).end();
    else if (what === '') response.setHeader('content-type', 'text/html').end(bareHtml);
    else if (what === 'script') response.setHeader('content-type', 'text/javascript').end(script);
    else if (what === 'streams') room.tell(response, search.slice(1));
    else {
      const body = Buffer.concat((await request.toArray()) as Buffer[]).toString();
      const answer = JSON.stringify(await room.answer(what, JSON.parse(body) as object));
      response.setHeader('content-type', 'application/json').end(answer);
    }
  }
}
