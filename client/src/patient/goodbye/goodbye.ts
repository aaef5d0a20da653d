import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { ApiError } from '../../net/api-error.ts';
import { api } from '../../net/api.ts';
import { Pause } from '../../net/pause.ts';
import { retryDelay } from '../../net/retry.ts';

type Said = HttpReply<'goodbye.read'>;

/** What is said after the end to whoever has this link. */
export class Goodbye {
  readonly secret: string;
  /** What the practice says; null until it is known, and for good where this link does not lead to it. */
  readonly said = signal<Said | null>(null);
  readonly #pause = new Pause();
  #isOver = false;

  constructor(secret: string) {
    this.secret = secret;
  }

  /** Asks until there is an answer; null when this link does not lead to one. */
  async load(): Promise<Said | null> {
    for (let failures = 1; !this.#isOver; failures += 1) {
      try {
        return (this.said.value = await api('goodbye.read', { secret: this.secret }));
      } catch (thrown) {
        const { code, retryAfter } = ApiError.of(thrown);
        if (code.startsWith('link_') || code === 'wrong_state') return null;
        await this.#pause.wait(retryAfter === undefined ? retryDelay(failures) : retryAfter * 1000);
      }
    }
    return null;
  }

  stop(): void {
    this.#isOver = true;
    this.#pause.end();
  }
}
