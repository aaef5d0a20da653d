import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const deployed = fileURLToPath(new URL('../../../deploy/turn/turnserver.conf', import.meta.url));
const tls = (name: string) => fileURLToPath(new URL(`tls/localhost.${name}`, import.meta.url));

// Ends the relay as soon as its input closes: also when we are gone without a word.
const guard = `turnserver "$@" & trap '' INT TERM HUP; read -r _; kill -TERM $!; wait $!`;

interface Wanted {
  /** The one address that the relay leads to. */
  media: string;
  /** Where it listens, and relays from. */
  address?: string;
  /** Whose process it is, if not ours. */
  user?: string;
}

/** A real relay with the settings that are deployed, but for its addresses, ports and paths. */
export class Coturn {
  readonly secret: string;
  readonly address: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly #folder: string;
  readonly #lines: string[] = [];
  #child: ChildProcess | null = null;

  private constructor(folder: string, secret: string, address: string, [port, tlsPort]: [number, number]) {
    this.#folder = folder;
    this.secret = secret;
    this.address = address;
    this.port = port;
    this.tlsPort = tlsPort;
  }

  static async start({ media, address = '127.0.0.1', user }: Wanted): Promise<Coturn> {
    const folder = await mkdtemp(join(tmpdir(), 'front-door-turn-'));
    // Another user has to get at the database in it.
    if (user !== undefined) await chmod(folder, 0o711);
    const port = await freePort();
    const coturn = new Coturn(folder, randomBytes(32).toString('hex'), address, [port, port + 1]);
    const settings = withSettings(await readFile(deployed, 'utf8'), {
      'listening-ip': address,
      'relay-ip': address,
      'allowed-peer-ip': media,
      'static-auth-secret': coturn.secret,
      cert: tls('crt'),
      pkey: tls('key'),
      'listening-port': String(coturn.port),
      'tls-listening-port': String(coturn.tlsPort),
      pidfile: join(folder, 'pid'),
    });
    const onLoopback = media.startsWith('127.') || media === '::1' ? 'allow-loopback-peers\n' : '';
    const asUser = user === undefined ? '' : `proc-user=${user}\nproc-group=${user}\n`;
    await writeFile(join(folder, 'turnserver.conf'), `${settings}\nuserdb=${folder}/db\n${onLoopback}${asUser}`);
    await coturn.run();
    return coturn;
  }

  /** The ways in, as `TURN_URLS` has them. */
  get urls() {
    const host = this.address.includes(':') ? `[${this.address}]` : this.address;
    return {
      udp: `turn:${host}:${this.port}?transport=udp`,
      tcp: `turn:${host}:${this.port}?transport=tcp`,
      tls: `turns:${host}:${this.tlsPort}?transport=tcp`,
    };
  }

  /** What it has printed so far. */
  get output(): string {
    return this.#lines.join('\n');
  }

  /** Starts it, also again after it was stopped. Resolves when it listens. */
  async run(): Promise<void> {
    const child = spawn('sh', ['-c', guard, 'turnserver', '-c', join(this.#folder, 'turnserver.conf')], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => this.#lines.push(line));
    }
    const ended = once(child, 'exit').then(() => 'ended' as const);
    for (const port of [this.port, this.tlsPort]) {
      while (!(await listens(port, this.address))) {
        const news = await Promise.race([ended, sleep(50)]);
        if (news === 'ended') throw new Error(`The relay did not start:\n${this.output}`);
      }
    }
  }

  /** Stops it, with all that goes through it. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#child = null;
    const ended = once(child, 'exit');
    child.stdin!.end();
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The settings with those replaced. Throws an Error for one that is not there. */
function withSettings(text: string, wanted: Record<string, string>): string {
  return Object.entries(wanted).reduce((settings, [name, value]) => {
    const line = new RegExp(`^${name}=.*$`, 'm');
    if (!line.test(settings)) throw new Error(`turnserver.conf has no ${name}`);
    return settings.replace(line, `${name}=${value}`);
  }, text);
}

const listens = (port: number, host: string): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
