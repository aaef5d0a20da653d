import { STATUS_CODES } from 'node:http';
import { errorCodes, type ErrorReply } from '@front-door/shared/errors.ts';
import type { ErrorRequestHandler, Request } from 'express';
import { AppError, errorReply } from '../errors.ts';
import type { Log } from '../ops/logger.ts';
import { routeOf } from './request-log.ts';

/** Answers with RFC 9457's problem+json, plus the contract's code. */
export const answerProblems =
  (log: Log): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    const reply = replyFor(thrown, request, log);
    // It broke off in the middle: express can only cut the connection.
    if (response.headersSent) return next(thrown);
    const status = errorCodes[reply.code];
    if (reply.retryAfter !== undefined) response.set('retry-after', String(reply.retryAfter));
    const problem = { type: 'about:blank', title: STATUS_CODES[status], status, ...reply };
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  };

/** What to say of whatever was thrown: of a refusal itself, of anything else only the id that it is logged under. */
export const replyFor = (thrown: unknown, request: Request, log: Log): ErrorReply =>
  errorReply(refusalOf(thrown) ?? thrown, (errorId, err) => {
    log.error({ errorId, method: request.method, route: routeOf(request), err }, 'request failed');
  });

function refusalOf(thrown: unknown): AppError | null {
  if (thrown instanceof AppError) return thrown;
  // What express itself, its body parser and its file server throw.
  const status = thrown instanceof Error && 'status' in thrown ? Number(thrown.status) : 500;
  if (status === 413) return new AppError('payload_too_large');
  if (status === 404) return new AppError('not_found');
  return status >= 400 && status < 500 ? new AppError('bad_request') : null;
}
