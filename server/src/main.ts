import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/client.ts';
import { mediaAddresses } from './media/addresses.ts';
import { adviceFor } from './ops/advice.ts';
import { makeFirstLinks } from './ops/first-links.ts';
import { invitationAdvice } from './ops/invitation-advice.ts';
import { createLogger } from './ops/logger.ts';
import { greeting } from './ops/greeting.ts';
import { forgetSecrets } from './ops/secrets-of-environment.ts';

/** Runs the server until it is asked to stop. Resolves with how the process should exit. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  forgetSecrets(process.env);
  const [media] = mediaAddresses(config.host, config.announcedAddresses);
  const log = createLogger(config.logLevel);
  const stop = askedToStop();

  say(config.databaseUrl === null ? `Opening the database in ${config.dataDir}` : 'Opening the database');
  const database = await openDatabase(config, log);
  try {
    const app = await startApp(config, database, log);
    try {
      const { identity, consultations, clinics, origin, address } = app;
      const parts = { db: database.db, identity, consultations, clinics, origin: () => origin, now: Date.now };
      const links = await makeFirstLinks(parts, config.demo);
      say(
        greeting(origin, links, {
          phone: adviceFor({ ...config, announcedAddress: media?.announcedAddress ?? media?.host ?? null }, address),
          invitations: invitationAdvice(config.invitations),
        }),
      );
      await stop;
      say('Stopping');
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

/** Ctrl-C, a service manager's request, a closed terminal, or the end of the process that started us. */
const askedToStop = (): Promise<void> =>
  new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
    process.once('SIGHUP', () => stop());
    process.once('disconnect', stop);
  });

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

try {
  await main();
  // What is left open by then (a keep-alive connection, a timer of a library) must not hold the process.
  process.exit(0);
} catch (error) {
  process.stderr.write(`Front Door cannot run: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
