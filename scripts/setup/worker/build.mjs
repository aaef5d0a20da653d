import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCommand } from '../paths.mjs';
import { run } from '../run.mjs';
import { step } from '../say.mjs';
import { ensureInstalled } from '../system-packages.mjs';
import { inTemporaryFolder } from '../temporary-folder.mjs';
import { hasLibrary } from './libraries.mjs';
import { patch, patches } from './recipe/patches.mjs';
import { subprojectFiles } from './recipe/subprojects.mjs';

const compatFolder = fileURLToPath(new URL('recipe/compat', import.meta.url));
const bytesPerCompiler = 1.5e9;
const setupOptions = ['--buildtype=release', '-Db_ndebug=true', '--unity=on', '--unity-size=16'];

const requirements = [
  { package: 'g++', isThere: () => findCommand('g++', 'clang++') !== undefined },
  { package: 'meson', isThere: () => findCommand('meson') !== undefined },
  { package: 'ninja-build', isThere: () => findCommand('ninja') !== undefined },
  { package: 'pkg-config', isThere: () => findCommand('pkg-config') !== undefined },
  { package: 'flatbuffers-compiler', isThere: () => findCommand('flatc') !== undefined },
  { package: 'libflatbuffers-dev', isThere: () => hasLibrary('flatbuffers') },
  { package: 'libuv1-dev', isThere: () => hasLibrary('libuv') },
  { package: 'libssl-dev', isThere: () => hasLibrary('openssl') },
  { package: 'libsrtp2-dev', isThere: () => hasLibrary('libsrtp2') },
  { package: 'libabsl-dev', isThere: () => hasLibrary('absl_optional') },
];

/**
 * Builds the worker from the source that its npm package carries, against the distribution's libraries, and hands
 * the path of the binary to `use`.
 * @param {string} source mediasoup's folder `worker`
 * @param {(binary: string) => Promise<void>} use
 */
export async function buildWorker(source, use) {
  await ensureInstalled('to build the mediasoup worker', requirements);
  await inTemporaryFolder(async (folder) => {
    await step('building the mediasoup worker from its source, about 2 minutes on 2 cores', async (note) => {
      await prepareSource(source, folder);
      await compile(folder, note);
    });
    await use(join(folder, 'build/mediasoup-worker'));
  });
}

async function prepareSource(source, folder) {
  for (const part of ['meson.build', 'meson_options.txt', 'deps', 'fbs', 'include', 'src', 'test', 'mocks', 'fuzzer']) {
    await cp(join(source, part), join(folder, part), { recursive: true });
  }
  await cp(compatFolder, join(folder, 'compat'), { recursive: true });
  for (const [path, text] of Object.entries(subprojectFiles())) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const [path, replacements] of Object.entries(patches)) {
    const text = await readFile(join(folder, path), 'utf8');
    await writeFile(join(folder, path), patch(text, replacements, path));
  }
}

async function compile(folder, note) {
  const onLine = (line) => note(/^\[\d+\/\d+\]/.exec(line)?.[0] ?? '');
  const options = { cwd: folder, onLine };
  await run('meson', ['setup', ...setupOptions, 'build'], options);
  // libwebrtc includes the generated headers without saying that it depends on them.
  await run('ninja', ['-C', 'build', 'fbs/FBS/message.h'], options);
  await run('ninja', ['-C', 'build', '-j', String(compilersAtOnce()), 'mediasoup-worker'], options);
}

function compilersAtOnce() {
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor(os.totalmem() / bytesPerCompiler)));
}
