import pg from 'pg';

/** How long one statement may take, ms. What takes longer waits for a lock that nobody lets go, or for a sick disk. */
const statementTime = 4_000;
/** How long an answer may take, ms: longer than that only from a server that does not even notice its own limit. */
const answerTime = 4_500;
/** How long it may take to get a connection, ms. */
const connectTime = 2_500;

/** The connections to a PostgreSQL, none of which anybody waits for without end. */
export function openPool(connectionString: string): ReliablePool {
  const pool = new ReliablePool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: connectTime,
    statement_timeout: statementTime,
    query_timeout: answerTime,
    // A transaction that we no longer know of must not go on holding its consultation.
    idle_in_transaction_session_timeout: 2 * answerTime,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool at the next query; without a listener it would end us.
  pool.on('error', () => {});
  return pool;
}

type Lent = pg.PoolClient & { connection: { stream: { destroy(): void } } };

/**
 * A pool that gets every connection back that breaks while it is lent to a transaction, and tells of it: what was under
 * way may or may not have been committed.
 */
class ReliablePool extends pg.Pool {
  onBroken: () => void = () => {};

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    // Without a transaction the pool sees to the connection by itself.
    if (callback !== undefined) return super.connect(callback);
    return super.connect().then((client) => lend(client as Lent, () => this.onBroken()));
  }
}

function lend(client: Lent, onBroken: () => void): pg.PoolClient {
  const { query, release } = client;
  let isLent = true;
  const giveBack = (broken?: Error | boolean) => {
    if (!isLent) return;
    isLent = false;
    client.off('error', ignore).off('end', onEnd);
    client.query = query;
    release.call(client, broken);
  };
  // The query that is under way hears of it as well; between two queries nobody would, and it would end us.
  const ignore = () => {};
  // Whoever could not even begin a transaction does not give its connection back.
  const onEnd = () => {
    giveBack(true);
    onBroken();
  };
  client.on('error', ignore).on('end', onEnd);

  const untilAnswered = (...args: unknown[]) => {
    const asked: unknown = Reflect.apply(query, client, args);
    // A connection on which an answer is outstanding is of no use to anybody: not even a rollback would get through.
    if (asked instanceof Promise)
      asked.catch((error: Error) => isUnanswered(error) && client.connection.stream.destroy());
    return asked;
  };
  return Object.assign(client, { query: untilAnswered, release: giveBack });
}

const isUnanswered = ({ message }: Error): boolean => message === 'Query read timeout';
