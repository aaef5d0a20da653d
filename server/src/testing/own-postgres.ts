import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';
import { childrenOf } from './processes.ts';

/** Ends PostgreSQL as soon as its input closes: also when this process is gone without a word. */
const guard = `"$0" "$@" & trap '' INT TERM HUP; echo $! >&2; read -r _; kill -QUIT $!; wait $!`;

/** A PostgreSQL of a test's own, which it may stop, freeze and start again. */
export class OwnPostgres {
  readonly url: string;
  readonly #folder: string;
  readonly #port: number;
  readonly #more: Record<string, string>;
  #running: { guard: ChildProcess; pid: number } | null = null;

  private constructor(folder: string, port: number, password: string, more: Record<string, string>) {
    this.#more = more;
    this.#folder = folder;
    this.#port = port;
    this.url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  /**
   * @param folder an empty folder for its data; one that is removed at the end unless it is given
   * @param settings of PostgreSQL, beside those that it needs here
   */
  static async start(folder?: string, settings: Record<string, string> = {}): Promise<OwnPostgres> {
    const own = folder ?? (await mkdtemp(join(tmpdir(), 'front-door-postgres-')));
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(own, 'password');
    await writeFile(passwordFile, password);
    const { uid, gid } = unprivileged();
    if (uid !== undefined) for (const path of [own, passwordFile]) await chown(path, uid, gid!);
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const cluster = ['--no-sync', '--no-locale', '--encoding=UTF8', '--pgdata', join(own, 'cluster')];
    execFileSync(program('initdb'), [...access, ...cluster], { ...unprivileged(), cwd: own, stdio: 'ignore' });
    const postgres = new OwnPostgres(own, await freePort(), password, settings);
    await postgres.start();
    return postgres;
  }

  async start(): Promise<void> {
    const settings = { listen_addresses: '127.0.0.1', port: this.#port, unix_socket_directories: '', fsync: 'off' };
    const all = { ...settings, ...this.#more };
    const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = [program('postgres'), '-D', join(this.#folder, 'cluster'), ...options];
    const child = spawn('sh', ['-c', guard, ...command], {
      ...unprivileged(),
      cwd: '/',
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const pid = await new Promise<number>((ready, fail) => {
      let first: number | null = null;
      let last = '';
      child.once('close', () => fail(new Error(`PostgreSQL did not start: ${last}`)));
      createInterface({ input: child.stderr }).on('line', (line) => {
        first ??= Number(line);
        if (line.includes('ready to accept connections')) ready(first);
        last = line;
      });
    });
    this.#running = { guard: child, pid };
  }

  /** Starts it again unless it still runs. */
  async revive(): Promise<void> {
    const { pid } = this.#running!;
    const runs = await childrenOf(pid).then(
      () => true,
      () => false,
    );
    if (runs) return;
    await this.stop();
    await this.start();
  }

  /** All its connections break at once, and nobody listens any more. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    this.#running = null;
    const ended = once(running.guard, 'close');
    running.guard.stdin!.end();
    await ended;
  }

  /** Nothing of it moves: what is asked stays unanswered, and new connections hang. */
  async freeze(): Promise<void> {
    const { pid } = this.#running!;
    process.kill(pid, 'SIGSTOP');
    for (const child of await childrenOf(pid)) process.kill(child, 'SIGSTOP');
  }

  async thaw(): Promise<void> {
    const { pid } = this.#running!;
    for (const child of await childrenOf(pid)) process.kill(child, 'SIGCONT');
    process.kill(pid, 'SIGCONT');
  }

  async close(): Promise<void> {
    if (this.#running !== null) await this.thaw().catch(() => {});
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function program(name: string): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...process.env.PATH!.split(delimiter)];
  const found = folders.map((folder) => join(folder, name)).find(existsSync);
  if (found === undefined) throw new Error(`There is no ${name}; npm test installs PostgreSQL`);
  return found;
}
