import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpServer, type HttpServer } from '../testing/http-server.ts';

const canary = 'what lies beside the folder of the pages';
const beside = 'front-door-canary.html';

let server: HttpServer;
beforeAll(async () => {
  server = await startHttpServer();
  // The folder that is served is in here as well.
  await writeFile(join(tmpdir(), beside), canary);
});
afterAll(async () => {
  await rm(join(tmpdir(), beside));
  await server.close();
});

/** The answer to a request for exactly this, which no client library puts right first. */
async function ask(target: string, method = 'GET', headers: string[] = [], body = '') {
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    [`${method} ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers, '', body].join('\r\n'),
  );
  const all = await text(socket);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(all)?.[1]), all };
}

/** Ways up and out, as they are written. */
const ups = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '..;', '....', '%c0%ae%c0%ae', '%uff0e%uff0e', '..%20'];
const slashes = ['/', '%2f', '%252f', '\\', '%5c', '%255c', '//', '%c0%af'];

describe('[SEC-6] nothing but the pages is served,', () => {
  const paths = ups.flatMap((up) => slashes.map((slash) => `${up}${slash}`));

  it.each([1, 2, 3, 8])('however somebody goes up by %i folders', async (steps) => {
    for (const step of paths) {
      for (const [base, file] of [
        ['/assets/', beside],
        ['/assets/', 'index.html'],
        ['/', beside],
      ]) {
        const target = `${base}${step.repeat(steps)}${file}`;
        const { status, all } = await ask(target);
        expect({ target, status, found: all.includes(canary) || all.includes('<title>index') }).toEqual({
          target,
          status: expect.toSatisfy((code: number) => code === 404 || code === 400),
          found: false,
        });
      }
    }
  });

  it.each([
    `/assets/${join(tmpdir(), beside)}`,
    `/assets//${join(tmpdir(), beside)}`,
    `/assets/%2f${encodeURIComponent(join(tmpdir(), beside))}`,
    `/assets/file://${join(tmpdir(), beside)}`,
    '/assets/C:/Windows/win.ini',
    '/assets/%00',
    '/assets/main-a1b2c3.js%00.html',
    '/assets/main-a1b2c3.js/',
    '/assets/',
    '/assets',
    '/assets/.git/config',
    '/.git/config',
    '/.env',
    '/package.json',
    '/server/src/main.ts',
    '/visit.html.br',
    '*',
    '//evil.example/%2e%2e',
    '/%0d%0aset-cookie:%20session=mine',
  ])('nor by %s', async (target) => {
    const { status, all } = await ask(target);
    expect([400, 404]).toContain(status);
    expect(all).not.toContain(canary);
    expect(all.toLowerCase()).not.toContain('set-cookie');
  });

  it('and what is asked for comes back in no header and in no page', async () => {
    for (const target of ['/<script>alert(1)</script>', '/c/<img%20src=x>', '/w/"><svg%20onload=1>', '/v?<script>']) {
      const { all } = await ask(target);
      expect(all).not.toMatch(/<script>|<img|<svg/);
    }
  });

  it('nobody is sent elsewhere, wherever they ask for', async () => {
    const answers = await Promise.all(
      [
        '//evil.example',
        '/staff?next=//evil.example',
        '/v?next=https://evil.example',
        '/\\evil.example',
        '/staff/',
      ].map((target) => ask(target)),
    );
    for (const { status, all } of answers) {
      expect([200, 400, 404]).toContain(status);
      expect(all).not.toMatch(/^location:/im);
    }
  });

  it('by no method that has nothing to do here', async () => {
    for (const method of ['TRACE', 'PUT', 'DELETE', 'PROPFIND', 'CONNECT']) {
      const { status, all } = await ask('/v', method);
      expect({ method, refused: status >= 400 || all === '' }).toEqual({ method, refused: true });
    }
  });
});

describe('[SEC-6] where one request ends and the next begins is not left open', () => {
  const check = async (headers: string[]) =>
    (await ask('/api/check', 'POST', ['Content-Type: application/json', ...headers], '{}')).status;

  it.each([
    [['Content-Length: 2', 'Transfer-Encoding: chunked']],
    [['Content-Length: 2', 'Content-Length: 3']],
    [['Transfer-Encoding: chunked, identity']],
    [['Content-Length: +2']],
    [['Content-Length: 2', ' Folded: yes']],
    [['Content-Length : 2']],
    [['Content-Length: 2', 'Bad\nHeader: yes']],
  ])('with %o', async (headers) => {
    expect(await check(['Content-Length: 2'])).toBe(200);
    expect(await check(headers)).toBe(400);
  });
});
