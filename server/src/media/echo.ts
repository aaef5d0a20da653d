import type { CheckedWay } from '@front-door/shared/domain/connection-check.ts';
import { largestEcho } from '@front-door/shared/protocol/limits.ts';
import type { DataProducer, DtlsParameters, Router, WebRtcTransport } from 'mediasoup/types';
import { describeTransport, fromStranger } from './transport.ts';
import type { MediaWorker } from './workers.ts';

/** Bytes that may wait at the server to be sent back; a slow way back loses the rest, which is what is measured. */
const sendBuffer = 64_000;

/**
 * One connection check: a transport for data whose only stream leads back to where it comes from. It has a router of
 * its own without any codec, so that no media can go through it and nobody's consultation is near.
 */
export class Echo {
  readonly #router: Router;
  readonly #transport: WebRtcTransport;
  readonly #incoming: DataProducer;
  readonly #streamId: number;

  private constructor(router: Router, transport: WebRtcTransport, incoming: DataProducer, streamId: number) {
    this.#router = router;
    this.#transport = transport;
    this.#incoming = incoming;
    this.#streamId = streamId;
  }

  static async open(worker: MediaWorker, way: CheckedWay): Promise<Echo> {
    const router = await worker.worker.createRouter({ mediaCodecs: [] });
    worker.echoes += 1;
    router.observer.once('close', () => {
      worker.echoes -= 1;
    });
    let transport: WebRtcTransport | undefined;
    try {
      transport = await router.createWebRtcTransport({
        webRtcServer: worker.server,
        // The relay comes by UDP, however one comes to the relay.
        enableUdp: way !== 'tcp',
        enableTcp: way === 'tcp',
        enableSctp: true,
        maxSendMessageSize: largestEcho,
        maxReceiveMessageSize: largestEcho,
        sctpSendBufferSize: sendBuffer,
        sctpPerStreamSendQueueLimit: sendBuffer,
        sctpMaxReceiverWindowBufferSize: sendBuffer,
      });
      // Back on the same stream, so that both directions are one channel to the browser. What is lost stays lost.
      const streamId = 0;
      const unreliable = { ordered: false, maxRetransmits: 0 };
      const incoming = await transport.produceData({ sctpStreamParameters: { streamId, ...unreliable } });
      const back = await transport.consumeData({ dataProducerId: incoming.id, ...unreliable });
      if (back.sctpStreamParameters?.streamId !== streamId) throw new Error('the echo came to lie on another stream');
      return new Echo(router, transport, incoming, streamId);
    } catch (error) {
      endAll(router, transport);
      throw error;
    }
  }

  /** What the browser needs to set up its side. */
  get opened() {
    const { port } = this.#transport.sctpParameters!;
    return { transport: describeTransport(this.#transport), sctpPort: port, streamId: this.#streamId };
  }

  async connect(dtlsParameters: DtlsParameters): Promise<void> {
    await fromStranger(() => this.#transport.connect({ dtlsParameters }));
  }

  /** Bytes that came in so far. Rejects when the worker or the check is gone. */
  async received(): Promise<number> {
    const [stat] = await this.#incoming.getStats();
    return stat?.bytesReceived ?? 0;
  }

  /** Calls back when it is closed, by whomever: also with its worker. */
  onClosed(handler: () => void): void {
    this.#router.observer.once('close', handler);
  }

  close(): void {
    endAll(this.#router, this.#transport);
  }
}

function endAll(router: Router, transport: WebRtcTransport | undefined): void {
  // mediasoup's WebRtcServer forgets a transport that is closed, and keeps for ever one whose router is.
  transport?.close();
  router.close();
}
