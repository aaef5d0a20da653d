import pino from 'pino';
import { startApp, type App } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../db/client.ts';
import { openEmbedded } from './databases.ts';
import { makePractice } from './front-door.ts';

/** A whole server on free ports of loopback, with its database in memory and one real worker. */
export interface TestServer {
  app: App;
  database: Database;
  practiceId: string;
  close(): Promise<void>;
}

export async function startTestServer(settings: { now?: () => number; workers?: number } = {}): Promise<TestServer> {
  const { now = Date.now, workers = 1 } = settings;
  const config = {
    ...readConfig({ ...process.env, HOST: '127.0.0.1', PORT: '0', RTC_PORT: '0', WORKERS: String(workers) }, []),
    databaseUrl: null,
  };
  const database = await openEmbedded();
  const app = await startApp(config, database, pino({ level: 'silent' }), now);
  const practiceId = await makePractice(database, 'Willowbrook Surgery', now());
  const close = async () => {
    await app.close();
    await database.close();
  };
  return { app, database, practiceId, close };
}
