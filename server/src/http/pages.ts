import { join } from 'node:path';
import { errorCodes, type ErrorCode } from '@front-door/shared/errors.ts';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { AppError } from '../errors.ts';
import type { Log } from '../ops/logger.ts';
import { builtFile } from './built-files.ts';
import { replyFor } from './problem.ts';

const files = {
  '/': 'index.html',
  '/v': 'visit.html',
  '/check': 'visit.html',
  '/w/:code': 'waiting-area.html',
  '/c': 'clinician.html',
  '/c/:id': 'clinician.html',
  '/staff': 'staff.html',
  '/staff/*rest': 'staff.html',
} as const;

/** Serves the built client, from its folder. */
export function servePages(clientFolder: string): Router {
  const router = express.Router();
  // Their names change with what is in them.
  const forGood = 'public, max-age=31536000, immutable';
  const assets = join(clientFolder, 'assets');
  router.get(
    '/assets/*file',
    builtFile(assets, ({ path }) => path.slice('/assets'.length), forGood),
  );
  for (const [path, file] of Object.entries(files)) {
    router.get(
      path,
      builtFile(clientFolder, () => `/${file}`, 'no-cache'),
    );
  }
  return router;
}

export const pageNotFound: RequestHandler = () => {
  throw new AppError('not_found');
};

/** A short page of plain words. */
export const answerPageErrors =
  (log: Log): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    const { code, id, retryAfter } = replyFor(thrown, request, log);
    if (response.headersSent) return next(thrown);
    const { title, help } = wordsFor(code, id);
    if (retryAfter !== undefined) response.set('retry-after', String(retryAfter));
    response.status(errorCodes[code]).set('cache-control', 'no-store').send(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${help} Or <a href="/">go to the start</a>.</p>
    </main>
  </body>
</html>
`);
  };

function wordsFor(code: ErrorCode, id?: string): { title: string; help: string } {
  switch (code) {
    case 'internal':
      return {
        title: 'Something went wrong on our side',
        help: `Try again. If it goes on, quote this number: ${id}`,
      };
    case 'too_many_requests':
      return { title: 'Too much at once', help: 'Wait a minute, and try again.' };
    default:
      return { title: 'Page not found', help: 'Check the address.' };
  }
}
