import { openEmbedded } from './databases.ts';
import { startServerOn, type TestServer, type TestSettings } from './server-on.ts';

export type { TestServer };

/** A whole server on free ports of loopback, with its database in memory and one real worker. */
export const startTestServer = async (settings?: TestSettings): Promise<TestServer> =>
  startServerOn(await openEmbedded(), settings);
