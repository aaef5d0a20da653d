import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedNode } from '../node.mjs';
import { isExecutable, root } from '../paths.mjs';
import { run } from '../run.mjs';
import { SetupError } from '../say.mjs';
import { buildWorker } from './build.mjs';
import { cachedWorker, keep } from './cache.mjs';
import { downloadWorker } from './prebuilt.mjs';
import { starts } from './starts.mjs';

/**
 * A way to get a worker: hands its path to `use` and says whether there was one.
 * @typedef {(use: (binary: string) => Promise<void>) => Promise<boolean>} Source
 */

/**
 * The mediasoup worker for this machine: the one named by MEDIASOUP_WORKER_BIN, else the one in the cache, else the
 * official one, else one built here.
 * @returns {Promise<string>} its path
 */
export async function ensureWorker(env = process.env) {
  const mediasoup = join(root, 'node_modules/mediasoup');
  const { version } = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  return findWorker({
    named: env.MEDIASOUP_WORKER_BIN,
    cached: cachedWorker(version, env),
    sources: [
      (use) => downloadWorker(version, use, env),
      (use) => buildWorker(join(mediasoup, 'worker'), use).then(() => true),
    ],
    smokeTest,
  }).catch((error) => {
    throw new SetupError(`${error.message}\nOr set MEDIASOUP_WORKER_BIN to a mediasoup-worker ${version} of your own.`);
  });
}

/**
 * @param {{ named?: string, cached: string, sources: Source[], smokeTest: (binary: string) => Promise<void> }} places
 * @returns {Promise<string>} the path of the worker: `named`, or `cached` once it is there
 */
export async function findWorker({ named, cached, sources, smokeTest: test }) {
  if (named) {
    if (!isExecutable(named)) throw new Error(`MEDIASOUP_WORKER_BIN is ${named}, which is not an executable file.`);
    return resolve(named);
  }
  // A cached worker may have outlived the libraries that it was built against.
  if (isExecutable(cached) && starts(cached)) return cached;
  for (const source of sources) {
    const found = await source(async (binary) => {
      await test(binary);
      await keep(binary, cached);
    });
    if (found) return cached;
  }
  throw new Error('There is no mediasoup worker for this machine.');
}

function smokeTest(binary) {
  const script = fileURLToPath(new URL('smoke-test.mjs', import.meta.url));
  return run(pinnedNode(), [script], { env: { ...process.env, MEDIASOUP_WORKER_BIN: binary } });
}
