import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { WebRtcServer, Worker } from 'mediasoup/types';
import type { Log } from '../ops/logger.ts';
import type { MediaAddress } from './addresses.ts';

/** So many deaths within this time, ms, are no accident any more. */
const tooMany = 3;
const deathsCountFor = 5 * 60_000;
/** How often each worker is asked for a sign of life, ms; how long until no new room goes there, and until it hangs. */
const askEvery = 2_000;
const doubtAfter = 1_000;
const patience = 10_000;
/**
 * Bytes of what comes by UDP that may wait for a worker: of a hundred calls as much comes in a quarter of a second. All
 * calls share its one port, and what finds no room there is lost to them. The system gives less where it allows less.
 */
const receiveBuffer = 4_000_000;
/** How long a new spare waits, ms: starting one takes a core for a moment, which the calls that move need now. */
const movingFirst = 1_000;

export interface WorkersOptions {
  /** How many carry calls; one more stands by. */
  count: number;
  /** The worker's binary; mediasoup's own choice when null. */
  binary: string | null;
  /** Where media listens. */
  addresses: readonly MediaAddress[];
  /** Worker n, from 0 to `count`, listens on this port + n, UDP and TCP, of each address; 0 takes free ones. */
  firstPort: number;
  now: () => number;
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
 * The media workers, and a spare one. A worker that dies, or hangs and is ended for it, is announced as `lost` with
 * everything on it already gone and the spare in its place; the others go on.
 */
export class Workers extends EventEmitter<{ lost: [MediaWorker] }> {
  readonly #options: WorkersOptions;
  readonly #log: Log;
  readonly #running = new Map<number, MediaWorker>();
  readonly #watching: NodeJS.Timeout;
  #spare: MediaWorker | null = null;
  #deaths: number[] = [];
  readonly #asked = new Set<Worker>();
  readonly #doubtful = new Set<Worker>();
  #closed = false;

  private constructor(options: WorkersOptions, log: Log) {
    super();
    this.#options = options;
    this.#log = log;
    this.#watching = setInterval(() => this.#watch(), askEvery).unref();
  }

  /** Starts all workers. Throws when one cannot be started, with nothing left running. */
  static async start(options: WorkersOptions, log: Log): Promise<Workers> {
    const workers = new Workers(options, log);
    try {
      await Promise.all(Array.from({ length: options.count }, (_, index) => workers.#start(index)));
      await workers.#start(options.count);
      return workers;
    } catch (error) {
      workers.close();
      throw error;
    }
  }

  /**
   * Those that answer first, then fewest consumers, then fewest rooms: a new room has no consumers yet. Undefined while
   * none is up.
   */
  leastLoaded(): MediaWorker | undefined {
    const doubt = ({ worker }: MediaWorker) => Number(this.#doubtful.has(worker));
    return [...this.#running.values()].sort(
      (a, b) => doubt(a) - doubt(b) || a.consumers - b.consumers || a.rooms - b.rooms,
    )[0];
  }

  /** Those that carry calls. */
  get all(): readonly MediaWorker[] {
    return [...this.#running.values()];
  }

  /** False while workers keep dying: whatever it is, new calls would meet it as well. */
  get healthy(): boolean {
    return this.#recentDeaths().length < tooMany;
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#watching);
    for (const { worker } of this.#everyone()) worker.close();
    this.#running.clear();
    this.#spare = null;
  }

  #everyone(): MediaWorker[] {
    return [...this.#running.values(), ...(this.#spare === null ? [] : [this.#spare])];
  }

  /** Starts one; it stands by unless it is needed. */
  async #start(index: number): Promise<void> {
    const started = await this.#spawn(index);
    if (this.#closed) return started.worker.close();
    started.worker.on('died', () => this.#onDied(started));
    if (this.#running.size < this.#options.count) this.#running.set(index, started);
    else this.#spare = started;
  }

  async #spawn(index: number): Promise<MediaWorker> {
    const { binary, addresses, firstPort } = this.#options;
    const worker = await createWorker({
      logLevel: 'error',
      ...(binary !== null && { workerBin: binary }),
      // What a worker is given shows up in crash reports; nothing about the consultation belongs there.
      appData: {},
    });
    ignoreSignals(worker);
    const port = firstPort === 0 ? {} : { port: firstPort + index };
    // Beside it may be another for IPv4 on the same port.
    const flags = { ipv6Only: true };
    const listen = addresses.map(({ host, announcedAddress }) => ({
      ip: host,
      ...(announcedAddress !== null && { announcedAddress }),
      ...(host === '::' && addresses.length > 1 && { flags }),
      ...port,
    }));
    try {
      const server = await worker.createWebRtcServer({
        listenInfos: listen.flatMap((info) => [
          { protocol: 'udp', recvBufferSize: receiveBuffer, ...info },
          { protocol: 'tcp', ...info },
        ]),
      });
      return { index, worker, server, rooms: 0, consumers: 0, echoes: 0 };
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  #onDied(lost: MediaWorker): void {
    this.#deaths = [...this.#recentDeaths(), this.#options.now()];
    this.#log.error({ worker: lost.index }, 'media worker died');
    if (this.#deaths.length === tooMany) this.#log.fatal({}, 'media workers keep dying: no new calls for now');
    if (this.#spare === lost) this.#spare = null;
    if (this.#running.delete(lost.index)) this.#promoteSpare();
    this.emit('lost', lost);
    const wait = this.#running.size < this.#options.count ? 0 : movingFirst;
    this.#replace(lost.index, wait).catch((error: unknown) => this.#log.error({ err: error }, 'cannot replace worker'));
  }

  #promoteSpare(): void {
    if (this.#spare === null) return;
    this.#running.set(this.#spare.index, this.#spare);
    this.#spare = null;
  }

  #recentDeaths(): number[] {
    const since = this.#options.now() - deathsCountFor;
    return this.#deaths.filter((at) => at > since);
  }

  /** Tries again with growing pauses: the reason may pass, and without a worker there are no calls. */
  async #replace(index: number, wait: number): Promise<void> {
    if (wait > 0) await sleep(wait, undefined, { ref: false });
    for (let pause = 100; !this.#closed; pause = Math.min(pause * 2, 10_000)) {
      try {
        return await this.#start(index);
      } catch (error) {
        this.#log.error({ err: error, worker: index }, 'media worker does not start');
        await sleep(pause, undefined, { ref: false });
      }
    }
  }

  /** A worker that hangs answers nobody and ends by nothing; dead, it is replaced. */
  #watch(): void {
    for (const { worker, index } of this.#everyone()) {
      if (this.#asked.has(worker)) continue;
      this.#asked.add(worker);
      const doubt = setTimeout(() => this.#doubtful.add(worker), doubtAfter).unref();
      const hung = setTimeout(() => {
        this.#log.error({ worker: index }, 'media worker hangs');
        process.kill(worker.pid, 'SIGKILL');
      }, patience).unref();
      worker
        .getResourceUsage()
        // Closed or dead meanwhile; of that it tells by itself.
        .catch(() => undefined)
        .finally(() => {
          clearTimeout(doubt);
          clearTimeout(hung);
          this.#asked.delete(worker);
          this.#doubtful.delete(worker);
        });
    }
  }
}

/**
 * mediasoup closes its workers by itself when this process is asked to stop, under calls that are to be finished first.
 * When they go is for {@link Workers.close} to say; if this process dies, they end with it.
 */
function ignoreSignals(worker: Worker): void {
  const { onSignal } = worker as Worker & { onSignal?: NodeJS.SignalsListener };
  if (onSignal === undefined) throw new Error('mediasoup has another way to listen for signals');
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
}
