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

/** Runs the server until it is asked to stop, and ends the process. */
export async function run(): Promise<never> {
  try {
    await serve();
    // What is left open by then (a keep-alive connection, a timer of a library) must not hold the process.
    process.exit(0);
  } catch (error) {
    process.stderr.write(`Front Door cannot run: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function serve(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  forgetSecrets(process.env);
  const [media] = mediaAddresses(config.host, config.announcedAddresses);
  const log = createLogger(config.logLevel);
  const asked = askedToStop();

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
      const drained = asked.inTime.then(() => {
        say(`Stopping once the calls in progress have ended, in ${config.drainSeconds} seconds at the latest`);
        return app.drain(config.drainSeconds);
      });
      await Promise.race([asked.atOnce, drained]);
      say('Stopping');
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

/**
 * How we may be asked to stop. `inTime`: by a service manager, once; calls may end first. `atOnce`: by the same again,
 * by Ctrl-C, a closed terminal, or the end of the process that started us.
 */
function askedToStop(): { inTime: Promise<void>; atOnce: Promise<void> } {
  const atOnce = Promise.withResolvers<void>();
  const inTime = Promise.withResolvers<void>();
  process.once('SIGTERM', () => {
    inTime.resolve();
    process.once('SIGTERM', () => atOnce.resolve());
  });
  process.once('SIGINT', () => atOnce.resolve());
  process.once('SIGHUP', () => atOnce.resolve());
  process.once('disconnect', () => atOnce.resolve());
  return { inTime: inTime.promise, atOnce: atOnce.promise };
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
