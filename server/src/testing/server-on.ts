import { randomBytes } from 'node:crypto';
import { startApp, type App } from '../app.ts';
import { readConfig, type Config } from '../config.ts';
import type { Database } from '../db/client.ts';
import { RoomTokens } from '../identity/room-tokens.ts';
import { makePractice } from './front-door.ts';
import { createKeptLog } from './kept-log.ts';

/** A whole server on free ports of loopback, with one real worker that carries calls. */
export interface TestServer {
  app: App;
  database: Database;
  practiceId: string;
  /** Makes room tokens that the server takes for its own. */
  tokens: RoomTokens;
  /** What it logged as going wrong, as lines of JSON. */
  logged: string[];
  close(): Promise<void>;
}

export interface TestSettings {
  now?: () => number;
  workers?: number;
  tls?: Config['tls'];
  turn?: Config['turn'];
  /** How many proxies it believes in: with one, whoever asks can say from which address. */
  trustProxy?: number | null;
}

/** Starts it on a database, which is closed with it. */
export async function startServerOn(database: Database, settings: TestSettings = {}): Promise<TestServer> {
  const { now = Date.now, workers = 1, tls = null, turn = null, trustProxy = null } = settings;
  const roomTokenKey = randomBytes(32).toString('hex');
  const config = {
    ...readConfig({ ...process.env, HOST: '127.0.0.1', PORT: '0', RTC_PORT: '0', WORKERS: String(workers) }, []),
    databaseUrl: null,
    tls,
    turn,
    trustProxy,
    roomTokenKey,
  };
  const logged: string[] = [];
  const log = createKeptLog('error', logged);
  const app = await startApp(config, database, log, now);
  const practiceId = await makePractice(database, 'Willowbrook Surgery', now());
  const close = async () => {
    await app.close();
    await database.close();
  };
  return { app, database, practiceId, tokens: new RoomTokens(roomTokenKey, now), logged, close };
}
