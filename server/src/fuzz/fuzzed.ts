import { isAway } from '../db/away.ts';
import type { Database } from '../db/client.ts';
import { startServerOn, type TestServer } from '../testing/server-on.ts';

/** By then a server has forgotten the deaths of workers, ms. */
const forgetsDeathsAfter = 6 * 60_000;

/** A server whose clock can be moved, and which can be started afresh. */
export class Fuzzed {
  readonly #database: Database;
  readonly #clock: { later: number };
  server: TestServer;

  private constructor(database: Database, clock: { later: number }, server: TestServer) {
    this.#database = database;
    this.#clock = clock;
    this.server = server;
  }

  /** The database is closed with it. */
  static async start(database: Database): Promise<Fuzzed> {
    const clock = { later: 0 };
    return new Fuzzed(database, clock, await startOn(database, clock));
  }

  /** Time passes in which workers do not die. */
  letPass(): void {
    this.#clock.later += forgetsDeathsAfter;
  }

  /** Whatever went wrong in it is no longer there; what is in the database stays. */
  async restart(): Promise<void> {
    this.letPass();
    await this.server.app.close();
    this.server = await this.#start(20);
  }

  /** Again where the database of a busy machine is late. */
  async #start(tries: number): Promise<TestServer> {
    try {
      return await startOn(this.#database, this.#clock);
    } catch (error) {
      if (tries === 1 || !isAway(error)) throw error;
      return this.#start(tries - 1);
    }
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

const startOn = (database: Database, clock: { later: number }) =>
  startServerOn(database, { now: () => Date.now() + clock.later, workers: 2, trustProxy: 1 });
