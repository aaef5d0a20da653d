import { statfs } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';
import type { Log } from '../ops/logger.ts';

/**
 * Free space, in bytes, below which the embedded database is only read: four of the pieces, 16 MB each, in which it
 * takes room for its journal. One that finds no room for the next piece never answers again, and we with it.
 */
const reserve = 64 * 1024 * 1024;
/** And above which it is written to again; in between it stays as it is. */
const enough = 80 * 1024 * 1024;
/** How often it is looked at, ms. */
const lookEvery = 1_000;

/** Keeps the embedded database from writing to a disk that is nearly full. Returns how to stop. */
export async function guardFreeSpace(client: PGlite, folder: string, log: Log | null): Promise<() => Promise<void>> {
  let isFull = false;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    if (isFull ? free < enough : free >= reserve) return;
    isFull = !isFull;
    await client.exec(`set default_transaction_read_only = ${isFull ? 'on' : 'off'}`);
    if (isFull) log?.fatal({}, 'the disk is nearly full: nothing is written until there is room');
    else log?.warn({}, 'there is room on the disk again');
  };
  const lookAgain = () => {
    looking = looking.then(look).catch((err: unknown) => log?.error({ err }, 'cannot look at the disk'));
    return looking;
  };
  await lookAgain();
  const timer = setInterval(() => void lookAgain(), lookEvery).unref();
  return () => {
    clearInterval(timer);
    return looking;
  };
}
