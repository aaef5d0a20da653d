import pino, { type DestinationStream, type Logger } from 'pino';
import { describeError } from './describe-error.ts';

/**
 * Everything that may stand in a line of the log beside its event: ids, numbers and words of our own making. What is
 * not in this list is left out, so a patient's name cannot slip in with an object that happens to hold one.
 */
const allowed = [
  'code',
  'consultationId',
  'count',
  'errorId',
  'method',
  'ms',
  'pid',
  'port',
  'request',
  'route',
  'signal',
  'staffId',
  'status',
  'visitId',
  'worker',
] as const;

type LogFacts = { [K in (typeof allowed)[number]]?: string | number | null } & { err?: unknown };

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';
/** `event` is a constant text: nothing that came from outside belongs into it. A pino logger is one of these. */
export type Log = Record<Level, (facts: LogFacts, event: string) => void>;

/** Logs lines of JSON, to standard output unless told otherwise. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: onlyAllowed },
      serializers: { err: describeError },
      hooks: {
        // Where no text is given, pino would take the error's message for it.
        logMethod(args, log) {
          log.apply(this, typeof args.at(-1) === 'string' ? args : [args[0], '']);
        },
      },
    },
    destination,
  );
}

function onlyAllowed(facts: Record<string, unknown>): Record<string, unknown> {
  const keys = ['err', ...allowed].filter((key) => facts[key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, facts[key]]));
}
