import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages } from './pages.ts';

const page = '<!doctype html><title>Visit</title>'.repeat(20);
const script = 'export const answer = 42;\n'.repeat(20);
const icon = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const kept = 'public, max-age=31536000, immutable';

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-door-built-'));
  await mkdir(join(folder, 'assets'));
  for (const [file, text] of [
    ['visit.html', page],
    ['assets/visit-a1b2c3.js', script],
  ] as const) {
    await writeFile(join(folder, file), text);
    await writeFile(join(folder, `${file}.br`), brotliCompressSync(text));
    await writeFile(join(folder, `${file}.gz`), gzipSync(text));
  }
  await writeFile(join(folder, 'assets', 'icon-d4e5f6.svg'), icon);
  server = createServer(express().use(servePages(folder)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  body: Buffer;
}

/** Asks as no browser's own code does: nothing is added to the headers, and nothing is unpacked. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    const asked = request({ port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    asked.on('error', fail).end();
  });
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

describe('[LIGHT-1] what was compressed at build time', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
  ] as const)('goes to a client that takes "%s" as %s', async (accepted, encoding) => {
    const { status, headers, body } = await ask('/assets/visit-a1b2c3.js', { 'accept-encoding': accepted });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.length).toBeLessThan(script.length);
    expect(unpack[encoding](body).toString()).toBe(script);
  });

  it.each([undefined, 'identity', 'deflate', 'br;q=0, gzip;q=0'])(
    'goes as it is to a client that takes %s',
    async (accepted) => {
      const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
      const answer = await ask('/assets/visit-a1b2c3.js', headers);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.body.toString()).toBe(script);
    },
  );

  it('keeps its type and says on what it depends, in every form', async () => {
    for (const accepted of ['br', 'gzip', 'identity']) {
      expect((await ask('/assets/visit-a1b2c3.js', { 'accept-encoding': accepted })).headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': kept,
        vary: 'Accept-Encoding',
      });
      expect((await ask('/v', { 'accept-encoding': accepted })).headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding',
      });
    }
  });

  it('is not sent again to whoever has it, each form for itself', async () => {
    const tags = new Set<string>();
    for (const accepted of ['br', 'gzip', 'identity']) {
      const has = await ask('/v', { 'accept-encoding': accepted });
      const tag = has.headers.etag!;
      tags.add(tag);
      const again = await ask('/v', { 'accept-encoding': accepted, 'if-none-match': tag });
      expect(again).toMatchObject({ status: 304, headers: { etag: tag, 'cache-control': 'no-cache' } });
      expect(again.body).toHaveLength(0);
    }
    expect(tags.size).toBe(3);
  });

  it('is described to a HEAD request without being sent', async () => {
    const { headers, body } = await ask('/v', { 'accept-encoding': 'br' }, 'HEAD');
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-length': String(brotliCompressSync(page).length),
    });
    expect(body).toHaveLength(0);
  });

  it('leaves alone what was not worth compressing', async () => {
    const { headers, body } = await ask('/assets/icon-d4e5f6.svg', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(body.toString()).toBe(icon);
  });

  it.each(['/assets/nothing.js', '/assets/', '/assets/..%2Fvisit.html', '/visit.html', '/v.br'])(
    'makes no address of %s',
    async (path) => {
      expect(await ask(path, { 'accept-encoding': 'br, gzip' })).toMatchObject({ status: 404 });
    },
  );
});
