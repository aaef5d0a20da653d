import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { getuid } from 'node:process';
import { createInterface } from 'node:readline';
import { atEnd } from './lifetime.mjs';
import { isExecutable } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';
import { ensureInstalled } from './system-packages.mjs';
import { inTemporaryFolder } from './temporary-folder.mjs';

// Ends PostgreSQL and removes its data as soon as its input closes: also when we are gone without a word.
const guard = `"$0" "$@" & trap '' INT TERM HUP; read -r _; kill -INT $!; wait $!; rm -rf "$FOLDER"`;
const forSpeed = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Hands the address of a throwaway PostgreSQL on loopback to `use`, and ends it afterwards.
 * @template T
 * @param {(url: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPostgres(use) {
  await ensureInstalled('to test on PostgreSQL', [{ package: 'postgresql', isThere: () => binaries() !== undefined }]);
  return inTemporaryFolder(async (folder) => {
    const password = randomBytes(16).toString('hex');
    const { port, stop } = await step('starting a throwaway PostgreSQL', async () => {
      const user = unprivilegedUser();
      await createCluster(folder, user, password);
      return startServer(folder, user);
    });
    return use(`postgresql://postgres:${password}@127.0.0.1:${port}/postgres`).finally(stop);
  });
}

async function createCluster(folder, user, password) {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  if (user.uid !== undefined) await Promise.all([folder, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const cluster = ['--no-sync', '--no-locale', '--encoding=UTF8', '--pgdata', join(folder, 'cluster')];
  await run(join(binaries(), 'initdb'), [...access, ...cluster], { ...user, cwd: folder });
}

async function startServer(folder, user) {
  const port = await freePort();
  const cluster = join(folder, 'cluster');
  const settings = { ...forSpeed, listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = [join(binaries(), 'postgres'), '-D', cluster, ...options];
  const env = { ...process.env, FOLDER: folder };
  const child = spawn('sh', ['-c', guard, ...server], { ...user, cwd: '/', env, stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = once(child, 'close');
  const stop = async () => {
    child.stdin.end();
    await ended;
    forget();
  };
  const forget = atEnd(stop);
  await ready(child).catch(async (error) => {
    await stop();
    throw error;
  });
  return { port, stop };
}

function ready(child) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve();
      if (line.includes('FATAL')) reject(new Error(`PostgreSQL did not start: ${line}`));
    });
  });
}

// PostgreSQL refuses to run as root; Debian's package makes a user for it.
function unprivilegedUser() {
  if (getuid() !== 0) return {};
  const id = (option) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function binaries() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...process.env.PATH.split(delimiter)];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
