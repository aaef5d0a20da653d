import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { atEnd } from './lifetime.mjs';
import { SetupError } from './say.mjs';

const linesKeptForTheError = 40;
const firstLinesKept = 10;

/**
 * Runs a command to its end, and stops it when this process is asked to end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void }} [options]
 *   `onLine` gets every line of its output and errors
 * @throws {CommandError} when it cannot be started or does not exit with 0
 */
export async function run(command, args, { onLine, ...options } = {}) {
  const printed = [];
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const forget = atEnd(() => child.kill('SIGTERM') && ended);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      printed.push(line);
      // The first lines and the last tell what went wrong; what lies between is length.
      if (printed.length > linesKeptForTheError) printed.splice(firstLinesKept, 1);
      onLine?.(line);
    });
  }
  try {
    const [code, signal] = await ended;
    if (code !== 0) throw new CommandError(command, args, `ended with ${signal ?? code}`, printed);
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(command, args, error.message, printed);
  } finally {
    forget();
  }
}

/** A command that failed, with the beginning and the end of what it printed. */
class CommandError extends SetupError {
  constructor(command, args, reason, printed) {
    super(`${[command, ...args].join(' ')}: ${reason}${printed.map((line) => `\n    ${line}`).join('')}`);
  }
}
