import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite, type QueryOptions, type Results, type Transaction } from '@electric-sql/pglite';

/** For how long statements may follow each other, ms, before everything else in this process has its turn. */
const stretch = 5;

/**
 * PostgreSQL in this process, that lets the process breathe. By itself it answers all that waits for it in one go: to a
 * thousand links that somebody guesses it would say no for seconds, in which nobody connects and no call is signalled.
 */
export class Embedded extends PGlite {
  #last: Promise<unknown> = Promise.resolve();
  /** When what is done in this go began. */
  #began: number | null = null;

  static async open(dataDir: string): Promise<Embedded> {
    const client = new Embedded(dataDir);
    await client.waitReady;
    return client;
  }

  override query<T>(statement: string, parameters?: unknown[], options?: QueryOptions): Promise<Results<T>> {
    return this.#inTurn(() => super.query<T>(statement, parameters, options));
  }

  override transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#inTurn(() => super.transaction(work));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#breathe()).then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #breathe(): Promise<void> {
    if (this.#began !== null && performance.now() - this.#began > stretch) await nextTurn();
    if (this.#began !== null) return;
    this.#began = performance.now();
    setImmediate(() => (this.#began = null));
  }
}
