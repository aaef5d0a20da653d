import { EventEmitter } from 'node:events';
import { sql } from 'drizzle-orm';
import type { Log } from '../ops/logger.ts';
import type { Database, Db } from './client.ts';

/** How often the database is asked whether it is there, ms. */
const askEvery = 2_000;
/** How long the answer may take, ms. */
const patience = 2_000;

/** Whether the database can be written to, felt at regular intervals; `back` is told when it can be again. */
export class Pulse extends EventEmitter<{ back: [] }> {
  readonly #db: Db;
  readonly #log: Log;
  readonly #timer: NodeJS.Timeout;
  #asking: Promise<void> | null = null;
  #isAway = false;

  constructor({ db, onBroken }: Database, log: Log) {
    super();
    // Whatever waits for the database listens.
    this.setMaxListeners(0);
    this.#db = db;
    this.#log = log;
    this.#timer = setInterval(() => void this.feel(), askEvery).unref();
    onBroken?.(() => {
      // Back or never away: what was under way has to be looked at either way.
      this.#isAway = true;
      void this.feel();
    });
  }

  /** As it was felt last. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** Asks the database now. Afterwards {@link isAway} says how it is. */
  feel(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #ask(): Promise<void> {
    try {
      await inTime(demandWritable(this.#db));
    } catch (err) {
      if (!this.#isAway) this.#log.error({ err }, 'the database is away');
      this.#isAway = true;
      return;
    }
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#log.warn({}, 'the database is back');
    this.emit('back');
  }
}

async function demandWritable(db: Db): Promise<void> {
  // Both drivers answer like this; the type that they share does not say so.
  const answer = await db.execute(sql`show transaction_read_only`);
  const [row] = (answer as { rows: Array<{ transaction_read_only: string }> }).rows;
  if (row?.transaction_read_only !== 'off') throw new Error('it can only be read');
}

function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('it does not answer')), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
