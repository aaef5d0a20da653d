import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The pages load from here and nowhere else, and are in nobody's frame. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
};

const headers = (https: boolean) =>
  helmet({
    contentSecurityPolicy,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // Of the practice's other addresses we know nothing.
    strictTransportSecurity: https && { maxAge: 365 * 24 * 3600, includeSubDomains: false },
  });

/** Headers for everything that is served, by whether people come over https. */
export function securityHeaders(isHttps: () => boolean): RequestHandler {
  const plain = headers(false);
  const secure = headers(true);
  return (request, response, next) => {
    response.set('permissions-policy', 'camera=(self), microphone=(self)');
    (isHttps() ? secure : plain)(request, response, next);
  };
}
