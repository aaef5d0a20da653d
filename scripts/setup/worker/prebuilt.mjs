import { createWriteStream } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { run } from '../run.mjs';
import { say } from '../say.mjs';
import { inTemporaryFolder } from '../temporary-folder.mjs';
import { starts } from './starts.mjs';

const millisecondsToAnswer = 4_000;
const millisecondsToDownload = 60_000;
const releases = 'https://github.com/versatica/mediasoup/releases/download';

/**
 * Downloads the official worker and hands its path to `use`, if there is one for this machine and it starts.
 * A network that does not answer is no error: the worker is then built.
 * @param {string} version of mediasoup
 * @param {(binary: string) => Promise<void>} use
 * @returns {Promise<boolean>} whether there was one
 */
export async function downloadWorker(version, use, env = process.env) {
  const base = env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || releases;
  const url = `${base}/${version}/${archiveName(version)}`;
  say('looking for the official mediasoup worker');
  try {
    await inTemporaryFolder(async (folder) => {
      const archive = join(folder, 'worker.tgz');
      await download(url, archive);
      await run('tar', ['-xzf', archive, '-C', folder, 'mediasoup-worker']);
      const binary = join(folder, 'mediasoup-worker');
      if (!starts(binary)) throw new Error('it does not start on this machine');
      await use(binary);
    });
    return true;
  } catch (error) {
    say(`  not available: ${error.cause?.message || error.message}`);
    return false;
  }
}

function archiveName(version) {
  const kernel = process.platform === 'linux' ? `-kernel${release().split('.')[0]}` : '';
  return `mediasoup-worker-${version}-${process.platform}-${process.arch}${kernel}.tgz`;
}

async function download(url, path) {
  const controller = new AbortController();
  const abort = () => controller.abort(new Error('no answer in time'));
  let timer = setTimeout(abort, millisecondsToAnswer);
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) throw new Error(`the release page answered ${response.status}`);
    clearTimeout(timer);
    timer = setTimeout(abort, millisecondsToDownload);
    await pipeline(Readable.fromWeb(response.body), createWriteStream(path));
  } finally {
    clearTimeout(timer);
  }
}
