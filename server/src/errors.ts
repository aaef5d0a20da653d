import { randomUUID } from 'node:crypto';
import type { ErrorCode, ErrorReply } from '@front-door/shared/errors.ts';
import type { z } from 'zod';
import { isAway } from './db/away.ts';

/** Seconds until it is worth asking a database again that is away. */
const askAgainAfter = 5;

/**
 * A refusal that may be told to whoever asked. Anything else that is thrown is told as `internal`, and its cause is
 * logged under an id.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Seconds until it is worth trying again, for `too_many_requests`, `unavailable` and `restarting`. */
  readonly retryAfter?: number;
  /** Refused fields as dotted paths, for `bad_request`. */
  readonly fields?: string[];

  constructor(code: ErrorCode, details: { retryAfter?: number; fields?: string[]; cause?: unknown } = {}) {
    super(code, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
    if (details.fields !== undefined) this.fields = details.fields;
  }
}

/** The fields that a schema refused, each once, as dotted paths. */
export const refusedFields = ({ issues }: z.ZodError): string[] => [
  ...new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key].join('.'))
        : [issue.path.join('.')],
    ),
  ),
];

/**
 * What whoever asked may know of an error. One that nobody foresaw is `internal` with an id, under which `report` is
 * given the cause for the log; so it is for `unavailable`, of which there is nothing to quote.
 */
export function errorReply(error: unknown, report: (id: string, cause: unknown) => void): ErrorReply {
  if (error instanceof AppError) {
    const { code, retryAfter, fields } = error;
    return { code, ...(retryAfter !== undefined && { retryAfter }), ...(fields !== undefined && { fields }) };
  }
  const id = randomUUID();
  report(id, error);
  if (isAway(error)) return { code: 'unavailable', retryAfter: askAgainAfter };
  return { code: 'internal', id };
}
