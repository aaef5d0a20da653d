import type { Interruption } from '@front-door/shared/domain/interruption.ts';
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Signalling } from './signalling.ts';

/** Keeps the others told of what keeps this person from being seen or heard. */
export class InterruptionReport {
  readonly #interruption: ReadonlySignal<Interruption | null>;
  readonly #request: Signalling['request'];
  readonly #stop: () => void;
  /** What the server knows; at first, that there is nothing. */
  #told: Interruption | null = null;

  constructor(interruption: ReadonlySignal<Interruption | null>, request: Signalling['request']) {
    this.#interruption = interruption;
    this.#request = request;
    this.#stop = effect(() => this.#tell(interruption.value));
  }

  /** Says it again: the server may have missed the last of it. */
  repeat(): void {
    this.#tell(this.#interruption.peek(), true);
  }

  close(): void {
    this.#stop();
  }

  /** Said at once, without waiting for anything: a page that is being stopped does not get another chance. */
  #tell(by: Interruption | null, again = false): void {
    if (by === this.#told && !again) return;
    this.#told = by;
    // Whoever is offline says it again on the next connection.
    this.#request('media:interrupted', { by }).catch(() => undefined);
  }
}
