import type { ErrorCode } from '@front-door/shared/errors.ts';

/**
 * A refusal that may be told to whoever asked. Anything else that is thrown is told as `internal`, and its cause is
 * logged under an id.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Seconds until it is worth trying again, for `too_many_requests`. */
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
