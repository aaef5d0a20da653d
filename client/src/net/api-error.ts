import type { ErrorReply } from '@front-door/shared/errors.ts';
import type { Problem } from '@front-door/shared/i18n/en/common.ts';

/** A refusal as the pages know it: the server's, or `offline` when the server could not be asked. */
export type Refusal = Omit<ErrorReply, 'code'> & { code: Problem };

/** Thrown by whatever asks the server for something and does not get it. */
export class ApiError extends Error implements Refusal {
  readonly code: Problem;
  readonly id?: string;
  readonly retryAfter?: number;
  readonly fields?: string[];

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'ApiError';
    this.code = refusal.code;
    if (refusal.id !== undefined) this.id = refusal.id;
    if (refusal.retryAfter !== undefined) this.retryAfter = refusal.retryAfter;
    if (refusal.fields !== undefined) this.fields = refusal.fields;
  }

  /** From a refusal's problem+json. Without a code it came from something in between, and ours was not reached. */
  static from(body: unknown): ApiError {
    return new ApiError(isRefusal(body) ? body : { code: 'offline' });
  }

  /** Whatever was thrown. What is no refusal is a mistake of ours, and goes to the console as well. */
  static of(thrown: unknown): ApiError {
    if (thrown instanceof ApiError) return thrown;
    reportError(thrown);
    return new ApiError({ code: 'internal' });
  }
}

const isRefusal = (body: unknown): body is Refusal =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
