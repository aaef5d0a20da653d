import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { keepLine } from './kept-log.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The server as it is run, at one address and on one database through all its deaths. */
export class ServerProcess {
  readonly origin: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;

  private constructor(port: number, settings: Record<string, string>) {
    this.origin = `http://localhost:${port}`;
    const fixed = { HOST: '127.0.0.1', PORT: String(port), RTC_PORT: '0', WORKERS: '1', LOG_LEVEL: 'debug' };
    this.#env = { ...process.env, ...fixed, ...settings };
  }

  static async start(settings: Record<string, string>): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), settings);
    await server.start();
    return server;
  }

  /** Resolves when it serves. */
  async start(): Promise<void> {
    const stdio = ['ignore', 'pipe', 'inherit', 'ipc'] as const;
    const child = spawn(process.execPath, [main, '--no-demo'], { env: this.#env, stdio: [...stdio] });
    this.#child = child;
    await new Promise<void>((serving, fail) => {
      const lines = createInterface({ input: child.stdout! });
      lines.on('line', (line) => {
        keepLine(line, 'outside');
        if (line.startsWith('Front Door runs at')) serving();
      });
      child.once('exit', () => fail(new Error('The server did not start')));
    });
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  signal(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void {
    this.#child?.kill(signal);
  }

  /** Its exit code, once it has ended. */
  async ended(): Promise<number | null> {
    if (this.isRunning) await once(this.#child!, 'exit');
    return this.#child!.exitCode;
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended();
  }
}
