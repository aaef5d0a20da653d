import express, { type Router } from 'express';

/** For whoever keeps the server running: whether it is up, and whether it can do its work. */
export function serveHealth(ready: () => Promise<void>): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('up\n');
  });
  router.get('/readyz', async (_request, response) => {
    const isReady = await ready().then(
      () => true,
      () => false,
    );
    response
      .status(isReady ? 200 : 503)
      .type('text')
      .send(isReady ? 'ready\n' : 'not ready\n');
  });
  return router;
}
