import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { WebRtcServer, Worker } from 'mediasoup/types';
import type { Log } from '../ops/logger.ts';

export interface WorkersOptions {
  count: number;
  /** The worker's binary; mediasoup's own choice when null. */
  binary: string | null;
  /** Address to listen on for media, and the one browsers are told when that is another. */
  host: string;
  announcedAddress: string | null;
  /** Worker n listens on this port + n, UDP and TCP; 0 takes free ones. */
  firstPort: number;
}

/** One worker process with its one port, and what it carries. */
export interface MediaWorker {
  index: number;
  worker: Worker;
  server: WebRtcServer;
  rooms: number;
  consumers: number;
  /** Connection checks under way. */
  echoes: number;
}

/**
 * The media workers. A worker that dies is announced as `lost` with everything on it already gone, and is replaced;
 * the others go on.
 */
export class Workers extends EventEmitter<{ lost: [MediaWorker] }> {
  readonly #options: WorkersOptions;
  readonly #log: Log;
  readonly #running = new Map<number, MediaWorker>();
  #closed = false;

  private constructor(options: WorkersOptions, log: Log) {
    super();
    this.#options = options;
    this.#log = log;
  }

  /** Starts all workers. Throws when one cannot be started, with nothing left running. */
  static async start(options: WorkersOptions, log: Log): Promise<Workers> {
    const workers = new Workers(options, log);
    try {
      await Promise.all(Array.from({ length: options.count }, (_, index) => workers.#spawn(index)));
      return workers;
    } catch (error) {
      workers.close();
      throw error;
    }
  }

  /** Fewest consumers first, then fewest rooms: a new room has no consumers yet. Undefined while none is up. */
  leastLoaded(): MediaWorker | undefined {
    return [...this.#running.values()].sort((a, b) => a.consumers - b.consumers || a.rooms - b.rooms)[0];
  }

  get all(): readonly MediaWorker[] {
    return [...this.#running.values()];
  }

  close(): void {
    this.#closed = true;
    for (const { worker } of this.#running.values()) worker.close();
    this.#running.clear();
  }

  async #spawn(index: number): Promise<void> {
    const { binary, host, announcedAddress, firstPort } = this.#options;
    const worker = await createWorker({
      logLevel: 'error',
      ...(binary !== null && { workerBin: binary }),
      // What a worker is given shows up in crash reports; nothing about the consultation belongs there.
      appData: {},
    });
    const port = firstPort === 0 ? {} : { port: firstPort + index };
    const listen = { ip: host, ...(announcedAddress !== null && { announcedAddress }), ...port };
    try {
      const server = await worker.createWebRtcServer({
        listenInfos: [
          { protocol: 'udp', ...listen },
          { protocol: 'tcp', ...listen },
        ],
      });
      if (this.#closed) return worker.close();
      const running: MediaWorker = { index, worker, server, rooms: 0, consumers: 0, echoes: 0 };
      this.#running.set(index, running);
      worker.on('died', () => this.#onDied(running));
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  #onDied(lost: MediaWorker): void {
    this.#log.error({ worker: lost.index }, 'media worker died');
    this.#running.delete(lost.index);
    this.emit('lost', lost);
    this.#replace(lost.index).catch((error: unknown) => this.#log.error({ err: error }, 'cannot replace worker'));
  }

  /** Tries again with growing pauses: the reason may pass, and without a worker there are no calls. */
  async #replace(index: number): Promise<void> {
    for (let pause = 100; !this.#closed; pause = Math.min(pause * 2, 10_000)) {
      try {
        return await this.#spawn(index);
      } catch (error) {
        this.#log.error({ err: error, worker: index }, 'media worker does not start');
        await sleep(pause, undefined, { ref: false });
      }
    }
  }
}
