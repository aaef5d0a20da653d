import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadWorker } from './prebuilt.mjs';

const version = '1.2.3';
let folder;
let server;
let requests;
let answer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-door-test-'));
  requests = [];
  server = createServer((request, response) => {
    requests.push(request.url);
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function archiveOf(text) {
  await writeFile(join(folder, 'mediasoup-worker'), text);
  await chmod(join(folder, 'mediasoup-worker'), 0o755);
  return execFileSync('tar', ['-czf', '-', '-C', folder, 'mediasoup-worker']);
}

async function download() {
  const env = { MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: `http://127.0.0.1:${server.address().port}` };
  let got;
  const found = await downloadWorker(version, async (binary) => (got = readFileSync(binary, 'utf8')), env);
  return { found, got };
}

describe('the official worker', () => {
  it('is taken from the release of this version, for this platform', async () => {
    const text = '#!/bin/sh\nexit 41\n';
    const archive = await archiveOf(text);
    answer = (response) => response.end(archive);
    expect(await download()).toEqual({ found: true, got: text });
    expect(requests[0]).toContain(`/${version}/mediasoup-worker-${version}-${process.platform}-${process.arch}`);
  });

  it('is not taken when it does not start here', async () => {
    const archive = await archiveOf('#!/bin/sh\nexit 1\n');
    answer = (response) => response.end(archive);
    expect(await download()).toEqual({ found: false, got: undefined });
  });

  it('is not taken when there is none for this machine', async () => {
    answer = (response) => response.writeHead(404).end();
    expect(await download()).toEqual({ found: false, got: undefined });
  });

  it('is not taken when the download breaks off', async () => {
    const archive = await archiveOf('#!/bin/sh\nexit 41\n');
    answer = (response) => {
      response.writeHead(200, { 'content-length': archive.length });
      response.write(archive.subarray(0, archive.length / 2), () => response.destroy());
    };
    expect(await download()).toEqual({ found: false, got: undefined });
  });

  it('is given up when nobody answers', async () => {
    answer = () => {};
    expect(await download()).toEqual({ found: false, got: undefined });
  });
});
