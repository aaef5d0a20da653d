import type { IncomingMessage } from 'node:http';

/**
 * Whether a request can have come from a page of ours. Browsers say where one comes from in headers that pages cannot
 * set; what is no browser says nothing, and has no cookie that somebody else could make use of.
 */
export function isFromOwnPage(request: IncomingMessage, publicOrigin: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined || origin === publicOrigin) return true;
  // Some browsers hide the origin of a page with our referrer policy even from ourselves.
  if (origin === 'null') return site === 'same-origin';
  return URL.parse(origin)?.host === host;
}
