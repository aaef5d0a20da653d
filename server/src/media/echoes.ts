import type { CheckedWay } from '@front-door/shared/domain/connection-check.ts';
import { WorkerClosedError } from 'mediasoup/errors';
import type { DtlsParameters } from 'mediasoup/types';
import { AppError } from '../errors.ts';
import { Echo } from './echo.ts';
import type { Workers } from './workers.ts';

/** How long a check may take, ms; measuring takes some five seconds. */
const longest = 15_000;
/** How often what came in is counted, ms, and what may come in, bytes: some three times what our page sends. */
const countEvery = 250;
const mostBytes = 1_500_000;
/** On one worker at a time; whoever comes later comes back later, so that checks never cost a call its quality. */
const mostPerWorker = 50;

/** The connection checks under way, one for each connection at most. Whatever happens to them, they end. */
export class Echoes {
  readonly #workers: Workers;
  readonly #echoes = new Map<string, Echo>();
  readonly #opening = new Set<string>();

  constructor(workers: Workers) {
    this.#workers = workers;
  }

  /** How many are there, or about to be. */
  get size(): number {
    return this.#echoes.size + this.#opening.size;
  }

  /**
   * Opens a check for a connection, in place of any earlier one of it. `isWanted` is asked again once it stands.
   * Throws AppError `wrong_state` while another is just opening, `too_many_requests` while too many are under way,
   * and `media_unavailable` while no worker is up, or when it is no longer wanted.
   */
  async open(connection: string, way: CheckedWay, isWanted: () => boolean): Promise<Echo> {
    if (this.#opening.has(connection)) throw new AppError('wrong_state');
    this.close(connection);
    this.#opening.add(connection);
    try {
      const echo = await this.#create(way);
      if (!isWanted()) {
        echo.close();
        throw new AppError('media_unavailable');
      }
      this.#keep(connection, echo);
      return echo;
    } finally {
      this.#opening.delete(connection);
    }
  }

  /** Throws AppError `wrong_state` when there is none, or it is over. */
  async connect(connection: string, dtlsParameters: DtlsParameters): Promise<void> {
    const echo = this.#echoes.get(connection);
    if (echo === undefined) throw new AppError('wrong_state');
    await echo.connect(dtlsParameters);
  }

  close(connection: string): void {
    this.#echoes.get(connection)?.close();
  }

  async #create(way: CheckedWay): Promise<Echo> {
    const worker = this.#workers.leastLoaded();
    if (worker === undefined) throw new AppError('media_unavailable');
    if (worker.echoes + this.#opening.size > mostPerWorker) {
      throw new AppError('too_many_requests', { retryAfter: longest / 1000 });
    }
    try {
      return await Echo.open(worker, way);
    } catch (cause) {
      if (cause instanceof WorkerClosedError) throw new AppError('media_unavailable', { cause });
      throw cause;
    }
  }

  #keep(connection: string, echo: Echo): void {
    this.#echoes.set(connection, echo);
    const deadline = setTimeout(() => echo.close(), longest).unref();
    const counting = setInterval(() => void closeIfGreedy(echo), countEvery).unref();
    echo.onClosed(() => {
      clearTimeout(deadline);
      clearInterval(counting);
      this.#echoes.delete(connection);
    });
  }
}

async function closeIfGreedy(echo: Echo): Promise<void> {
  // Whoever cannot be counted is not let go on either.
  const received = await echo.received().catch(() => Infinity);
  if (received > mostBytes) echo.close();
}
