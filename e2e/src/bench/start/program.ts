import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { childrenOf } from '@front-door/server/src/testing/processes.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
/** How often a program is asked whether it serves, ms. */
const askEvery = 10;
/** From serving until its memory is read, ms. */
const settling = 3_000;

/** A program with all that it starts, from the moment that it is started. */
export class Program {
  readonly #child: ChildProcess;
  readonly #began = performance.now();
  readonly #ready: string;

  /** @param ready the address that answers once it serves */
  constructor([command, ...args]: [string, ...string[]], env: NodeJS.ProcessEnv, ready: string) {
    // A group of its own: what ends it is then what Ctrl-C is.
    this.#child = spawn(command, args, { cwd: root, env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
    this.#ready = ready;
  }

  /** How long it took until it served, in ms. */
  async served(): Promise<number> {
    while (!(await answers(this.#ready))) {
      if (this.#child.exitCode !== null) throw new Error('What is measured has ended.');
      await pause(askEvery);
    }
    return performance.now() - this.#began;
  }

  /** What it holds in memory while it has nothing to do, in bytes: the program of which `isMeant`, and what that started. */
  async idleMemory(isMeant: (command: string) => boolean): Promise<number> {
    await pause(settling);
    const meant = await found(this.#child.pid!, isMeant);
    if (meant === null) throw new Error('What is measured does not run.');
    return residentOf(meant);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    process.kill(-this.#child.pid!, 'SIGINT');
    await ended;
  }
}

const answers = (address: string): Promise<boolean> =>
  new Promise((answered) => {
    get(address, { agent: false }, (response) => answered(response.resume().statusCode === 200)).once('error', () =>
      answered(false),
    );
  });

async function found(pid: number, isMeant: (command: string) => boolean): Promise<number | null> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  if (isMeant(command.replaceAll('\0', ' '))) return pid;
  for (const child of await childrenOf(pid)) {
    const below = await found(child, isMeant);
    if (below !== null) return below;
  }
  return null;
}

/** The memory that a process and those below it have in the machine, as Linux counts it. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) * 1024;
  const below = await Promise.all((await childrenOf(pid)).map(residentOf));
  return below.reduce((sum, bytes) => sum + bytes, own);
}
