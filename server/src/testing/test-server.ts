import { randomBytes } from 'node:crypto';
import { startApp, type App } from '../app.ts';
import { readConfig, type Config } from '../config.ts';
import type { Database } from '../db/client.ts';
import { RoomTokens } from '../identity/room-tokens.ts';
import { openEmbedded } from './databases.ts';
import { makePractice } from './front-door.ts';
import { createKeptLog } from './kept-log.ts';

/** A whole server on free ports of loopback, with its database in memory and one real worker. */
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

export async function startTestServer(
  settings: { now?: () => number; workers?: number; tls?: Config['tls']; turn?: Config['turn'] } = {},
): Promise<TestServer> {
  const { now = Date.now, workers = 1, tls = null, turn = null } = settings;
  const roomTokenKey = randomBytes(32).toString('hex');
  const config = {
    ...readConfig({ ...process.env, HOST: '127.0.0.1', PORT: '0', RTC_PORT: '0', WORKERS: String(workers) }, []),
    databaseUrl: null,
    tls,
    turn,
    roomTokenKey,
  };
  const database = await openEmbedded();
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
