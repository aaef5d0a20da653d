import express, { type Express, type RequestHandler } from 'express';
import type { Identity } from '../identity/identity.ts';
import type { Log } from '../ops/logger.ts';
import { createAllowances } from './allowances.ts';
import { addressOf, bindRequests } from './bind.ts';
import { createHandlers } from './handlers/index.ts';
import type { HandlerParts } from './handlers/parts.ts';
import { serveHealth } from './health.ts';
import { answerPageErrors, pageNotFound, servePages } from './pages.ts';
import { answerProblems } from './problem.ts';
import { logRequests } from './request-log.ts';
import type { RequestLimit } from './request-limit.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpParts extends HandlerParts {
  identity: Identity;
  /** As express's `trust proxy` takes it; null without a proxy in front. */
  trustProxy: string | number | null;
  /** The folder of the built client. */
  clientFolder: string;
  /** Rejects while the server could not do its work. */
  ready: () => Promise<void>;
  requests: RequestLimit;
  log: Log;
}

/** Everything the server answers over HTTP; somebody else listens. */
export function createHttpApp(parts: HttpParts): Express {
  const { identity, origin, requests, log } = parts;
  const app = express();
  app.set('trust proxy', parts.trustProxy ?? false);
  app.set('etag', false);
  app.use(securityHeaders(() => origin().startsWith('https:')));
  // Before everything else that costs something, the log among it.
  app.use(limitRequests(requests));
  app.use(serveHealth(parts.ready));
  app.use(logRequests(log));
  app.use('/api', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  const allowances = createAllowances();
  app.use(bindRequests({ handlers: createHandlers(parts), identity, origin, allowances, requests }));
  app.use('/api', answerProblems(log));
  app.use(servePages(parts.clientFolder), pageNotFound, answerPageErrors(log));
  return app;
}

const limitRequests =
  (requests: RequestLimit): RequestHandler =>
  async (request, response, next) => {
    await requests.takeOfAddress(addressOf(request)).catch((refused: unknown) => {
      // The next one at least has to connect first.
      response.set('connection', 'close');
      throw refused;
    });
    next();
  };
