/**
 * Runs a piece of work per key, one run at a time. What is asked for while a run is under way is served by one more
 * run after it: a hundred changes at once cost two runs, and the last run always saw the last change.
 */
export class Coalescer {
  readonly #running = new Map<string, { again: boolean }>();
  readonly #work: (key: string) => Promise<void>;
  readonly #onError: (error: unknown) => void;

  constructor(work: (key: string) => Promise<void>, onError: (error: unknown) => void) {
    this.#work = work;
    this.#onError = onError;
  }

  run(key: string): void {
    const running = this.#running.get(key);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    void this.#loop(key);
  }

  async #loop(key: string): Promise<void> {
    const state = { again: false };
    this.#running.set(key, state);
    do {
      state.again = false;
      await this.#work(key).catch(this.#onError);
    } while (state.again);
    this.#running.delete(key);
  }
}
