import { computed, signal } from '@preact/signals';
import { errorText } from '../i18n/error-text.ts';
import type { Refusal } from '../net/api-error.ts';
import { ApiError } from '../net/api-error.ts';

/** Something a page asks for outside a form: whether it is on its way, and what went wrong with it. */
export class Action {
  readonly busy = signal(false);
  /** What to tell the person, in the language of the moment; null while all is well. */
  readonly problem = computed(() => this.#refusal.value && this.#words(this.#refusal.value));
  readonly #words: (refusal: Refusal) => string;
  readonly #refusal = signal<Refusal | null>(null);

  /** @param words what to say of a refusal */
  constructor(words: (refusal: Refusal) => string = errorText) {
    this.#words = words;
  }

  /** Runs it unless it is running already. What goes wrong becomes {@link problem}. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.#refusal.value = null;
    try {
      await work();
    } catch (thrown) {
      this.#refusal.value = ApiError.of(thrown);
    } finally {
      this.busy.value = false;
    }
  }

  /** What went wrong before is of no interest any more. */
  forget(): void {
    this.#refusal.value = null;
  }
}
