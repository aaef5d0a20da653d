import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keep } from './cache.mjs';
import { findWorker } from './index.mjs';

/** A worker that starts, as far as starting it by hand can tell, and one whose libraries are gone. */
const sound = '#!/bin/sh\nexit 41\n';
const broken = '#!/bin/sh\nexit 127\n';

let folder;
let cached;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-door-test-'));
  cached = join(folder, 'cache', 'some-version', 'mediasoup-worker');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function binary(name, text) {
  const path = join(folder, name);
  await writeFile(path, text);
  await chmod(path, 0o755);
  return path;
}

/** A place to get the worker from that notes that it was asked. */
async function source(name, asked, text) {
  const path = text && (await binary(name, text));
  return async (use) => {
    asked.push(name);
    if (path) await use(path);
    return path !== undefined;
  };
}

async function find({ named, official, built, smokeTest = async () => {} }) {
  const asked = [];
  const sources = [await source('official', asked, official), await source('built', asked, built)];
  const found = await findWorker({ named, cached, sources, smokeTest }).catch((error) => error);
  return { found, asked };
}

describe('where the worker comes from', () => {
  it('is the environment first, whatever else there is', async () => {
    await keep(await binary('earlier', sound), cached);
    const named = await binary('own', sound);
    expect(await find({ named, official: sound })).toEqual({ found: named, asked: [] });
  });

  it('is never guessed when the environment names something that cannot be run', async () => {
    const named = join(folder, 'nothing');
    const { found, asked } = await find({ named, official: sound });
    expect(found.message).toBe(`MEDIASOUP_WORKER_BIN is ${named}, which is not an executable file.`);
    expect(asked).toEqual([]);
  });

  it('is the cache next', async () => {
    await keep(await binary('earlier', sound), cached);
    expect(await find({ official: sound })).toEqual({ found: cached, asked: [] });
  });

  it('is the official one next, which is then in the cache', async () => {
    expect(await find({ official: sound, built: sound })).toEqual({ found: cached, asked: ['official'] });
    expect(await find({})).toEqual({ found: cached, asked: [] });
  });

  it('is a build last', async () => {
    expect(await find({ built: sound })).toEqual({ found: cached, asked: ['official', 'built'] });
    expect(await readFile(cached, 'utf8')).toBe(sound);
  });

  it('is sought anew when the one in the cache no longer starts', async () => {
    await keep(await binary('earlier', broken), cached);
    expect(await find({ built: sound })).toEqual({ found: cached, asked: ['official', 'built'] });
    expect(await readFile(cached, 'utf8')).toBe(sound);
  });

  it('is an error when nobody has one', async () => {
    const { found } = await find({});
    expect(found.message).toBe('There is no mediasoup worker for this machine.');
  });

  it('is never the cache for a worker that failed its test', async () => {
    const smokeTest = async () => {
      throw new Error('no answer');
    };
    const { found } = await find({ built: sound, smokeTest });
    expect(found.message).toBe('no answer');
    expect(existsSync(cached)).toBe(false);
  });
});

describe('the cache', () => {
  it('takes two at once and holds one of them whole', async () => {
    const [one, two] = [await binary('one', sound), await binary('two', `${sound}# another\n`)];
    await Promise.all([keep(one, cached), keep(two, cached)]);
    expect([sound, `${sound}# another\n`]).toContain(await readFile(cached, 'utf8'));
  });
});
