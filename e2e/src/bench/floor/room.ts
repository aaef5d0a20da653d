import type { ServerResponse } from 'node:http';
import type { Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import type { Questions } from './protocol.ts';

/** A call of the bare server's: whoever opens its page is in it. */
export class BareRoom {
  readonly #router: Router;
  readonly #media: WebRtcServer;
  readonly #transports = new Map<string, WebRtcTransport>();
  /** What is sent, and on which transport. */
  readonly #streams = new Map<string, string>();
  readonly #listeners = new Map<ServerResponse, string>();
  readonly #answers: { [N in keyof Questions]: (asked: Questions[N]['asked']) => Promise<object> } = {
    open: async () => {
      const [send, receive] = await Promise.all([this.#openTransport(), this.#openTransport()]);
      return { routerRtpCapabilities: this.#router.rtpCapabilities, send, receive };
    },
    connect: async ({ transportId, dtlsParameters }) => {
      await this.#transport(transportId).connect({ dtlsParameters });
      return {};
    },
    produce: async ({ transportId, ...stream }) => {
      const { id } = await this.#transport(transportId).produce(stream);
      this.#streams.set(id, transportId);
      for (const [listener, own] of this.#listeners) if (own !== transportId) announce(listener, id);
      return { id };
    },
    consume: async ({ transportId, ...stream }) => {
      const { id, producerId, kind, rtpParameters } = await this.#transport(transportId).consume(stream);
      return { id, producerId, kind, rtpParameters };
    },
  };

  constructor(router: Router, media: WebRtcServer) {
    this.#router = router;
    this.#media = media;
  }

  answer(question: string, asked: object): Promise<object> {
    return (this.#answers[question as keyof Questions] as (asked: object) => Promise<object>)(asked);
  }

  /** Keeps a page told of what the others send; its own goes out on the transport `own`. */
  tell(page: ServerResponse, own: string): void {
    page.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const [id, transportId] of this.#streams) if (transportId !== own) announce(page, id);
    this.#listeners.set(page, own);
    page.once('close', () => this.#listeners.delete(page));
  }

  #transport(id: string): WebRtcTransport {
    return this.#transports.get(id)!;
  }

  async #openTransport() {
    const transport = await this.#router.createWebRtcTransport({ webRtcServer: this.#media });
    this.#transports.set(transport.id, transport);
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
    return { id, iceParameters, iceCandidates, dtlsParameters };
  }
}

const announce = (page: ServerResponse, streamId: string) => page.write(`data: ${streamId}\n\n`);
