import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@front-door/server/src/testing/free-port.ts';
import { JanusSession } from './session.ts';

// Ends Janus as soon as its input closes: also when we are gone without a word. It has nothing to put in order, and
// asked to end while it still begins it would not.
const guard = `janus "$@" & trap '' INT TERM HUP; read -r _; kill -KILL $!; wait $!`;

const without = (kind: string, names: string[]) =>
  `${kind}: { disable = "${names.map((name) => `libjanus_${name}.so`).join(',')}" }`;
const otherPlugins = 'audiobridge duktape echotest lua nosip recordplay sip streaming textroom videocall voicemail';
const otherTransports = 'http mqtt nanomsg pfunix rabbitmq';

/** A Janus of ours alone, with its video rooms and nothing else. */
export class Janus {
  readonly version: string;
  /** Where its WebSocket is. */
  readonly url: string;
  /** Where its media is. */
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(version: string, url: string, address: string, child: ChildProcess, folder: string) {
    this.version = version;
    this.url = url;
    this.address = address;
    this.#child = child;
    this.#folder = folder;
  }

  static async start(): Promise<Janus> {
    const port = await freePort();
    const address = ownAddress();
    const folder = await mkdtemp(join(tmpdir(), 'front-door-janus-'));
    // As for mediasoup: the browser alone tries the ways, there is but one, and no STUN is asked.
    const settings = {
      'janus.jcfg': [
        'general: { debug_level = 4, debug_colors = false }',
        `nat: { ice_lite = true, ice_enforce_list = "${address}" }`,
        without('plugins', otherPlugins.split(' ')),
        without('transports', otherTransports.split(' ')),
      ],
      'janus.transport.websockets.jcfg': [
        `general: { ws = true, ws_port = ${port}, ws_ip = "127.0.0.1", wss = false, json = "compact" }`,
      ],
      'janus.plugin.videoroom.jcfg': ['general: { events = false }'],
    };
    for (const [name, lines] of Object.entries(settings)) await writeFile(join(folder, name), `${lines.join('\n')}\n`);
    const child = spawn('sh', ['-c', guard, 'janus', '-F', folder], { stdio: ['pipe', 'pipe', 'pipe'] });
    const version = await listening(child);
    return new Janus(version, `ws://127.0.0.1:${port}`, address, child, folder);
  }

  /** Of the process that keeps it. */
  get pid(): number {
    return this.#child.pid!;
  }

  /** A new room for two; gives its number. */
  async openRoom(): Promise<number> {
    const session = await JanusSession.open(this.url);
    const rooms = await session.attach(() => {});
    const wanted = { request: 'create', publishers: 2, audiocodec: 'opus', videocodec: 'vp8' };
    const { data } = await rooms.ask<{ room: number }>(wanted);
    session.close();
    return data.room;
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.stdin!.end();
    await ended;
    await rm(this.#folder, { recursive: true });
  }
}

/** Janus has no media on loopback. What goes to an address of this machine's own does not leave it either. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const own = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (own === undefined) throw new Error('Janus needs an address beside those of loopback.');
  return own.address;
}

/** Resolves with the version when it can be asked. */
function listening(child: ChildProcess): Promise<string> {
  const lines: string[] = [];
  return new Promise((resolve, fail) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (!line.startsWith('WebSockets thread started')) return;
        lines.push('');
        resolve(/^Janus version: \d+ \((\S+)\)$/m.exec(lines.join('\n'))?.[1] ?? 'unknown');
      });
    }
    child.once('exit', () => fail(new Error(`Janus did not start:\n${lines.join('\n')}`)));
  });
}
