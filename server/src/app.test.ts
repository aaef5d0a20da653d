import { readFile } from 'node:fs/promises';
import { request, type RequestOptions } from 'node:https';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const file = (name: string) => fileURLToPath(new URL(`testing/tls/${name}`, import.meta.url));
const tls = { cert: file('localhost.crt'), key: file('localhost.key') };

/** The answer to a request over TLS, from whoever the certificate says it is. */
async function ask(url: string, options: RequestOptions = {}, body = '') {
  const ca = await readFile(tls.cert);
  return new Promise<{ status: number; headers: Record<string, unknown> }>((done, fail) => {
    const asked = request(url, { ca, ...options }, (response) => {
      response.resume().once('end', () => done({ status: response.statusCode!, headers: response.headers }));
    });
    asked.once('error', fail).end(body);
  });
}

describe('[OPS-1] with a certificate', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ tls });
  });
  afterAll(() => server.close());

  it('serves https, and makes links with it', async () => {
    expect(server.app.origin).toMatch(/^https:\/\/localhost:\d+$/);
    expect(await ask(`${server.app.origin}/healthz`)).toMatchObject({ status: 200 });
  });

  it('keeps browsers on https', async () => {
    const { headers } = await ask(`${server.app.origin}/api/session`);
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });
});
