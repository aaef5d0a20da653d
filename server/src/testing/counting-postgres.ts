import { sql, type SQL } from 'drizzle-orm';
import { openDatabase, type Database } from '../db/client.ts';
import { OwnPostgres } from './own-postgres.ts';

export interface SlowStatement {
  text: string;
  calls: number;
  /** How long the database took for it, ms. */
  mean: number;
  longest: number;
}

const isTheServers = sql`query !~ 'pg_stat_statements|transaction_read_only|analyze'`;

/** A real PostgreSQL that counts the statements it is given, by whomever (`pg_stat_statements`). */
export class CountingPostgres {
  readonly database: Database;
  readonly url: string;
  readonly #postgres: OwnPostgres;

  private constructor(postgres: OwnPostgres, database: Database) {
    this.#postgres = postgres;
    this.database = database;
    this.url = postgres.url;
  }

  static async start(): Promise<CountingPostgres> {
    const postgres = await OwnPostgres.start(undefined, {
      shared_preload_libraries: 'pg_stat_statements',
      max_connections: '50',
    });
    const database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
    await database.db.execute(sql`create extension pg_stat_statements`);
    return new CountingPostgres(postgres, database);
  }

  /** Begins to count from nothing, on tables of which it knows how large they are. */
  async reset(): Promise<void> {
    await this.database.db.execute(sql`analyze`);
    await this.database.db.execute(sql`select pg_stat_statements_reset()`);
  }

  /** Statements since then, but for the server's asking whether the database is there. */
  async count(): Promise<number> {
    const [row] = await this.#rows<{ count: string }>(
      sql`select coalesce(sum(calls), 0) as count from pg_stat_statements where ${isTheServers}`,
    );
    return Number(row!.count);
  }

  /** Those that take longest on average. */
  slowest(): Promise<SlowStatement[]> {
    return this.#rows(
      sql`select query as text, calls::int as calls, mean_exec_time as mean, max_exec_time as longest
        from pg_stat_statements where ${isTheServers} order by mean_exec_time desc limit 5`,
    );
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.#postgres.close();
  }

  async #rows<Row>(query: SQL): Promise<Row[]> {
    // The driver answers like this; the type that both share does not say so.
    const answer: unknown = await this.database.db.execute(query);
    return (answer as { rows: Row[] }).rows;
  }
}
