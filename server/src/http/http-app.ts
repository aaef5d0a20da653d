import express, { type Express } from 'express';
import type { Identity } from '../identity/identity.ts';
import type { Log } from '../ops/logger.ts';
import { createAllowances } from './allowances.ts';
import { bindRequests } from './bind.ts';
import { createHandlers } from './handlers/index.ts';
import type { HandlerParts } from './handlers/parts.ts';
import { serveHealth } from './health.ts';
import { answerPageErrors, pageNotFound, servePages } from './pages.ts';
import { answerProblems } from './problem.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpParts extends HandlerParts {
  identity: Identity;
  /** As express's `trust proxy` takes it; null without a proxy in front. */
  trustProxy: string | number | null;
  /** The folder of the built client. */
  clientFolder: string;
  /** Rejects while the server could not do its work. */
  ready: () => Promise<void>;
  log: Log;
}

/** Everything the server answers over HTTP; somebody else listens. */
export function createHttpApp(parts: HttpParts): Express {
  const { identity, origin, log } = parts;
  const app = express();
  app.set('trust proxy', parts.trustProxy ?? false);
  app.set('etag', false);
  app.use(securityHeaders(() => origin().startsWith('https:')));
  app.use(serveHealth(parts.ready));
  app.use(logRequests(log));
  app.use('/api', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  app.use(bindRequests({ handlers: createHandlers(parts), identity, origin, allowances: createAllowances() }));
  app.use('/api', answerProblems(log));
  app.use(servePages(parts.clientFolder), pageNotFound, answerPageErrors(log));
  return app;
}
