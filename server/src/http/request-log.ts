import type { Request, RequestHandler } from 'express';
import type { Log } from '../ops/logger.ts';

/** The pattern a request's path was matched by: unlike the path, it holds nothing that came from outside. */
export const routeOf = (request: Request): string => (request.route as { path: string } | undefined)?.path ?? 'none';

/** Logs every request once it is answered: what kind it was and how it went, not what was in it or who sent it. */
export const logRequests =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const ms = Math.round(performance.now() - began);
      log.info({ method: request.method, route: routeOf(request), status: response.statusCode, ms }, 'request');
    });
    next();
  };
