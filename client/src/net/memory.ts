/**
 * The browser's storage, which it may refuse, in private mode or by a setting: then what is written is only
 * remembered as long as the page is open.
 */
export class Memory {
  readonly #storage: () => Storage;
  readonly #here = new Map<string, string>();

  /** @param storage how to get at it; even that can be refused */
  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  read(key: string): string | null {
    return this.#try((storage) => storage.getItem(key)) ?? this.#here.get(key) ?? null;
  }

  write(key: string, value: string): void {
    this.#here.set(key, value);
    this.#try((storage) => storage.setItem(key, value));
  }

  remove(key: string): void {
    this.#here.delete(key);
    this.#try((storage) => storage.removeItem(key));
  }

  #try<T>(action: (storage: Storage) => T): T | null {
    try {
      return action(this.#storage());
    } catch {
      return null;
    }
  }
}
