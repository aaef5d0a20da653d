import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** How wide a way is, each way; and how long a packet may wait for its turn before it is thrown away. */
export interface Width {
  kbitPerSecond: number;
  /** Milliseconds. */
  queue?: number;
}

/** A kind of packets: all of a protocol, or those of one port of the server's. */
export interface Kind {
  protocol: 'udp' | 'tcp';
  /** A port of the server's. */
  port?: number;
}

/**
 * What looks like sound or a picture over UDP: first bits 10 (RFC 7983), and a payload type that is none of RTCP's
 * (RFC 5761, 4) and not 127, by which mediasoup sends nothing but emptiness, to find out how much gets through.
 */
const likeMedia = '0>>22&0x3C@8>>30=2 && 0>>22&0x3C@8>>16&0x7F=0:63,96:126';

/** Why no networks can be made here; null where they can. */
export const whyNoNetworks: string | null = findReason();

/** One of the host's devices, with its address and the router's across from it. */
interface Device {
  name: string;
  address: string;
  gateway: string;
}

/**
 * A host of its own with one way to this machine, which can be made narrow, lossy, or blocked: two network namespaces,
 * the host's and that of a router before it. Programs started by {@link Network.inside} live on the host; servers are
 * reached at {@link Network.serverAddress}, an address of this machine's.
 */
export class Network {
  readonly serverAddress: string;
  /** The host's own. */
  readonly address: string;
  readonly #host: string;
  readonly #router: string;
  /** The router's two ends: towards this machine, and towards the host. */
  readonly #ends: readonly [string, string];
  #relay: ChildProcess | undefined;
  /** The one in use first, as it is before the first {@link roam}. */
  #devices: [Device, Device];

  private constructor(name: string, prefix: string) {
    this.#host = `fd-host-${name}`;
    this.#router = `fd-router-${name}`;
    this.#ends = [`fdo${name}`, `fdi${name}`];
    this.serverAddress = `${prefix}.1`;
    this.address = `${prefix}.6`;
    this.#devices = [
      { name: 'eth0', address: this.address, gateway: `${prefix}.5` },
      { name: 'wwan0', address: `${prefix}.10`, gateway: `${prefix}.9` },
    ];
  }

  static async open(): Promise<Network> {
    const prefix = `10.${randomInt(100, 250)}.${randomInt(256)}`;
    const network = new Network(randomBytes(4).toString('hex'), prefix);
    try {
      await network.#build(prefix);
      return network;
    } catch (error) {
      await network.remove();
      throw error;
    }
  }

  /** A command that runs another on the host. */
  inside(command: string, args: readonly string[]): [string, string[]] {
    return ['ip', ['netns', 'exec', this.#host, command, ...args]];
  }

  /** Makes the way that wide, or only that to the host; as wide as the machine can with null. */
  async limit(width: Width | null, which: 'both ways' | 'to the host' = 'both ways'): Promise<void> {
    for (const end of which === 'both ways' ? this.#ends : this.#ends.slice(1)) {
      await this.#route('tc', 'qdisc', 'del', 'dev', end, 'root').catch(() => undefined);
      if (width === null) continue;
      const { kbitPerSecond, queue = 200 } = width;
      const shape = ['rate', `${kbitPerSecond}kbit`, 'burst', '3200', 'latency', `${queue}ms`];
      await this.#route('tc', 'qdisc', 'add', 'dev', end, 'root', 'tbf', ...shape);
    }
  }

  /** Loses that share of packets by chance, from 0 to 1, on the way there and on the way back. */
  async lose(share: number): Promise<void> {
    await this.#drop('loss', share === 0 ? [] : [['-m', 'statistic', '--mode', 'random', '--probability', `${share}`]]);
  }

  /** Lets none of these packets through, either way; everything again with an empty list. */
  async block(kinds: readonly Kind[]): Promise<void> {
    const both = kinds.flatMap(({ protocol, port }) => {
      if (port === undefined) return [['-p', protocol]];
      return [
        ['-p', protocol, '--dport', `${port}`],
        ['-p', protocol, '--sport', `${port}`],
      ];
    });
    await this.#drop('block', both);
  }

  /** Lets nothing through, without a word to either side. */
  async cut(): Promise<void> {
    await this.#drop('cut', [[]]);
  }

  async mend(): Promise<void> {
    await this.#drop('cut', []);
  }

  /**
   * From now on UDP to these ports of the server's goes by way of a program on the router that can hold packets up: this
   * kernel cannot.
   */
  async holdUp(ports: readonly number[]): Promise<void> {
    const program = fileURLToPath(new URL('delay-relay.ts', import.meta.url));
    const args = [program, this.serverAddress, ...ports.map(String)];
    this.#relay = spawn('ip', ['netns', 'exec', this.#router, process.execPath, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = once(this.#relay, 'exit').then(() => Promise.reject(new Error('the relay did not start')));
    await Promise.race([once(this.#relay.stdout!, 'data'), ended]);
    const from = ['-t', 'nat', '-A', 'PREROUTING', '-i', this.#ends[1], '-p', 'udp'];
    for (const port of ports) await this.#route('iptables', ...from, '--dport', `${port}`, '-j', 'REDIRECT');
  }

  /** By how much packets to these ports are late, and the answers, ms. */
  delay(ms: number): void {
    this.#relay!.stdin!.write(`${ms}\n`);
  }

  /** The host goes to another network: it is on another device, with another address, and knows that the old is gone. */
  async roam(): Promise<void> {
    await this.unplug();
    this.#devices.reverse();
    await this.plug();
  }

  /** The host has no network any more, and knows it. */
  async unplug(): Promise<void> {
    const [{ name }] = this.#devices;
    await run('ip', '-n', this.#host, 'address', 'flush', 'dev', name);
    await run('ip', '-n', this.#host, 'link', 'set', name, 'down');
  }

  async plug(): Promise<void> {
    const [{ name, address, gateway }] = this.#devices;
    await run('ip', '-n', this.#host, 'address', 'add', `${address}/30`, 'dev', name);
    await run('ip', '-n', this.#host, 'link', 'set', name, 'up');
    await run('ip', '-n', this.#host, 'route', 'add', 'default', 'via', gateway);
  }

  /** How many packets of sound and picture have gone over the router so far, either way, whatever their ends say. */
  async mediaPassed(): Promise<number> {
    const { stdout } = await runFile('ip', ['netns', 'exec', this.#router, 'iptables', '-nvxL', 'media']);
    return Number(/^\s*(\d+)/.exec(stdout.split('\n')[2]!)![1]);
  }

  /** Whatever still runs on the host loses its network. */
  async remove(): Promise<void> {
    this.#relay?.stdin!.end();
    for (const name of [this.#host, this.#router]) await run('ip', 'netns', 'del', name).catch(() => undefined);
  }

  async #build(prefix: string): Promise<void> {
    const [outer, inner] = this.#ends;
    await run('ip', 'netns', 'add', this.#router);
    await run('ip', 'netns', 'add', this.#host);
    const machine = outer.replace('fdo', 'fdm');
    await run('ip', 'link', 'add', machine, 'type', 'veth', 'peer', 'name', outer, 'netns', this.#router);
    const other = inner.replace('fdi', 'fdw');
    await run('ip', '-n', this.#host, 'link', 'add', 'eth0', 'type', 'veth', 'peer', inner, 'netns', this.#router);
    await run('ip', '-n', this.#host, 'link', 'add', 'wwan0', 'type', 'veth', 'peer', other, 'netns', this.#router);
    for (const [place, device, address] of [
      [[], machine, `${this.serverAddress}/30`],
      [['-n', this.#router], outer, `${prefix}.2/30`],
      [['-n', this.#router], inner, `${prefix}.5/30`],
      [['-n', this.#router], other, `${prefix}.9/30`],
    ] as const) {
      await run('ip', ...place, 'address', 'add', address, 'dev', device);
      await run('ip', ...place, 'link', 'set', device, 'up');
    }
    await run('ip', '-n', this.#host, 'link', 'set', 'lo', 'up');
    for (const network of ['4', '8']) await run('ip', 'route', 'add', `${prefix}.${network}/30`, 'via', `${prefix}.2`);
    await this.plug();
    await this.#route('sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward');
    for (const chain of ['media', 'cut', 'block', 'loss']) {
      await this.#route('iptables', '-N', chain);
      await this.#route('iptables', '-A', 'FORWARD', '-j', chain);
      // What goes by way of the router itself comes in from the host and goes out to it.
      await this.#route('iptables', '-A', 'INPUT', '-i', inner, '-j', chain);
      await this.#route('iptables', '-A', 'OUTPUT', '-o', inner, '-j', chain);
    }
    await this.#route('iptables', '-A', 'media', '-p', 'udp', '-m', 'u32', '--u32', likeMedia);
  }

  /** Throws away whatever fits one of the matches, in place of what this chain threw away before. */
  async #drop(chain: string, matches: string[][]): Promise<void> {
    await this.#route('iptables', '-F', chain);
    for (const match of matches) await this.#route('iptables', '-A', chain, ...match, '-j', 'DROP');
  }

  async #route(...command: string[]): Promise<void> {
    await run('ip', 'netns', 'exec', this.#router, ...command);
  }
}

async function run(command: string, ...args: string[]): Promise<void> {
  await runFile(command, args);
}

function findReason(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root may make networks';
  const name = `fd-probe-${randomBytes(4).toString('hex')}`;
  try {
    execFileSync('ip', ['netns', 'add', name], { stdio: 'pipe' });
    execFileSync('ip', ['netns', 'exec', name, 'iptables', '-L'], { stdio: 'pipe' });
    execFileSync('ip', ['netns', 'exec', name, 'tc', 'qdisc', 'show'], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `networks cannot be made here: ${String(error)}`;
  } finally {
    try {
      execFileSync('ip', ['netns', 'del', name], { stdio: 'pipe' });
    } catch {
      // There was none.
    }
  }
}
