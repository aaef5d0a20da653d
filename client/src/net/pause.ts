/** A wait that somebody else can cut short. One at a time. */
export class Pause {
  #end: (() => void) | null = null;

  /** Resolves after `ms`, or as soon as {@link end} is called. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), ms);
      this.#end = () => {
        clearTimeout(timer);
        this.#end = null;
        resolve();
      };
    });
  }

  end(): void {
    this.#end?.();
  }
}
