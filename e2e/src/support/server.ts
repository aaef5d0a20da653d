import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isQuieterThan, keepLine } from '@front-door/server/src/testing/kept-log.ts';
import { newDataDir } from './data-dir.ts';

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));

export interface Links {
  clinician: string;
  patient: string;
  admin: string;
  /** Signs the clinician in. */
  waitingList: string;
  /** The clinic's own link. */
  clinic: string;
}

/** The product as people run it: its own process, an embedded database in a folder of its own, free ports. */
export class ServerProcess {
  readonly #dataDir: string;
  readonly #ownsDataDir: boolean;
  #child: ChildProcess;
  #lines: string[] = [];

  private constructor(child: ChildProcess, dataDir: string, ownsDataDir: boolean) {
    this.#child = child;
    this.#dataDir = dataDir;
    this.#ownsDataDir = ownsDataDir;
  }

  /** Starts and waits until it serves. */
  static async start(
    settings: { args?: string[]; dataDir?: string; env?: Record<string, string> } = {},
  ): Promise<ServerProcess> {
    const dataDir = settings.dataDir ?? (await newDataDir());
    const child = spawn(process.execPath, [main, ...(settings.args ?? [])], {
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: '0',
        RTC_PORT: '0',
        LOG_LEVEL: 'debug',
        DATA_DIR: dataDir,
        ...settings.env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const server = new ServerProcess(child, dataDir, settings.dataDir === undefined);
    await server.#untilServing();
    return server;
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get dataDir(): string {
    return this.#dataDir;
  }

  /** Everything printed so far, log lines included as far as they are printed without being asked for. */
  get output(): string {
    return this.#lines.join('\n');
  }

  get origin(): string {
    return /runs at (\S+)/.exec(this.output)![1]!;
  }

  /** The links of the demonstration practice. */
  get links(): Links {
    const link = (name: string) => new RegExp(`^ *${name} +(http\\S+)`, 'm').exec(this.output)![1]!;
    return {
      clinician: link('Clinician'),
      patient: link('Patient'),
      admin: link('Admin'),
      clinic: link('Waiting area'),
      waitingList: link('Waiting list'),
    };
  }

  /** By which the first admin of a practice without demonstration makes an account. */
  get setUpLink(): string {
    return /^ *(http\S+\/staff\/link#\S+)$/m.exec(this.output)![1]!;
  }

  /** Asks something of what was loaded into it beside the server; gives its next answer. */
  async ask<T>(question: string): Promise<T> {
    const answered = once(this.#child, 'message');
    this.#child.send(question);
    const [answer] = (await answered) as [T];
    return answer;
  }

  /** Asks it to stop, or kills it; gives its exit code. */
  async stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    return this.ended();
  }

  /** Its exit code, once it has ended by itself. */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  /** Stops it, and removes its folder unless that was given. */
  async close(): Promise<void> {
    await this.stop();
    if (this.#ownsDataDir) await this.removeData();
  }

  async removeData(): Promise<void> {
    await this.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  #untilServing(): Promise<void> {
    return new Promise((serving, fail) => {
      for (const stream of [this.#child.stdout!, this.#child.stderr!]) {
        createInterface({ input: stream }).on('line', (line) => {
          keepLine(line, 'outside');
          if (isQuieterThan('warn', line)) return;
          this.#lines.push(line);
          if (line.startsWith('Front Door runs at')) serving();
        });
      }
      this.#child.once('exit', () => fail(new Error(`The server did not start:\n${this.output}`)));
    });
  }
}
