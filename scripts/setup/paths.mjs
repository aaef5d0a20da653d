import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where things that are costly to get outlive the checkout. */
export function cacheFolder(env = process.env) {
  return join(env.FRONT_DOOR_CACHE || env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'front-door');
}

/** True if there is a file that may be executed. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The first of the commands that PATH leads to, as a full path.
 * @returns {string | undefined}
 */
export function findCommand(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}
