import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inTime } from '../support/in-time.ts';
import type { KindName } from './kinds.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** Connections of the attackers so far. */
interface Tally {
  opened: number;
  closed: number;
}

/** An attack under way, from a process of its own. */
export class Attack {
  readonly #child: ChildProcess;
  tally: Tally = { opened: 0, closed: 0 };

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (tally) => (this.tally = tally as Tally));
  }

  /** So many connections at a time, each of them once or again and again. */
  static begin(origin: string, count: number, mode: 'once' | 'again', kinds: readonly KindName[]): Attack {
    return new Attack(fork(main, [new URL(origin).port, String(count), mode, ...kinds]));
  }

  /** Resolves when so many connections were opened. */
  async opened(atLeast: number): Promise<void> {
    await inTime(`${atLeast} attackers`, this.#come(atLeast));
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill();
    await once(this.#child, 'exit');
  }

  async #come(atLeast: number): Promise<void> {
    while (this.tally.opened < atLeast) await once(this.#child, 'message');
  }
}
