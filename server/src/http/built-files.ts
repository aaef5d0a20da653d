import { extname } from 'node:path';
import express, { type Request, type RequestHandler } from 'express';

/** What the build makes of a file, the smallest first: how it is encoded, and what that adds to the file's name. */
const forms = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
  { encoding: 'identity', ending: '' },
];

/**
 * Handlers that answer with a file of a built folder in the smallest form there is of it that the client takes. Where
 * there is no such file, the request goes on to whatever comes next.
 *
 * @param pathOf the file's path in the folder, with a slash in front
 * @param cacheControl how long it may be kept, as the header has it
 */
export function builtFile(
  folder: string,
  pathOf: (request: Request) => string,
  cacheControl: string,
): RequestHandler[] {
  return forms.map(({ encoding, ending }) => {
    const serve = express.static(folder, {
      index: false,
      redirect: false,
      acceptRanges: false,
      lastModified: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.set('cache-control', cacheControl).vary('Accept-Encoding');
        response.type(extname(path.slice(0, path.length - ending.length)));
        if (encoding !== 'identity') response.set('content-encoding', encoding);
      },
    });
    return (request, response, next) => {
      if (encoding !== 'identity' && !request.acceptsEncodings(encoding)) return next();
      const { url } = request;
      request.url = pathOf(request) + ending;
      serve(request, response, (error) => {
        request.url = url;
        next(error);
      });
    };
  });
}
