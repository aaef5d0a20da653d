import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger, type Log } from '../ops/logger.ts';

/** Where `npm test` gathers what every server of the run has logged, and looks through it at the end. */
const folder = process.env.TEST_LOG_FOLDER;

const order = ['debug', 'info', 'warn', 'error', 'fatal'] as const;
type Level = (typeof order)[number];

/** Keeps a line for the look at the end; `from` is `inside` the test's process or `outside` in one of its own. */
export function keepLine(line: string, from: 'inside' | 'outside'): void {
  if (folder !== undefined) appendFileSync(join(folder, `${from}-${process.pid}.log`), `${line.trimEnd()}\n`);
}

/** Whether a printed line is one of the log below a level: there for the look at the end, and for no test. */
export function isQuieterThan(level: Level, line: string): boolean {
  const [, own] = /^\{"level":"(\w+)"/.exec(line) ?? [];
  return own !== undefined && order.indexOf(own as Level) < order.indexOf(level);
}

/** The log of a server inside a test, at its most talkative; the lines from `level` on go to `logged` as well. */
export function createKeptLog(level: Level, logged: string[]): Log {
  const write = (line: string): void => {
    keepLine(line, 'inside');
    if (!isQuieterThan(level, line)) logged.push(line);
  };
  return createLogger('debug', { write });
}
