/** Keys in one statement at most. */
const most = 1_000;

interface Batch<Row> {
  keys: Set<string>;
  rows: Promise<Map<string, Row>>;
}

/**
 * Looks rows up by what a stranger sends. Whoever asks while a statement is under way shares the next one, so that a
 * thousand guesses at once cost a few statements, and those who come with something good wait for no more than those.
 */
export class Together<Row> {
  readonly #look: (keys: string[]) => Promise<[key: string, row: Row][]>;
  #last: Promise<unknown> = Promise.resolve();
  /** Not asked yet. */
  #next: Batch<Row> | null = null;

  /** @param look gives the rows that there are, each with its key */
  constructor(look: (keys: string[]) => Promise<[key: string, row: Row][]>) {
    this.#look = look;
  }

  /** The row as it is now or a moment later. */
  async find(key: string): Promise<Row | undefined> {
    if (this.#next === null || this.#next.keys.size >= most) this.#next = this.#after(this.#last);
    const { keys, rows } = this.#next;
    keys.add(key);
    return (await rows).get(key);
  }

  #after(last: Promise<unknown>): Batch<Row> {
    const keys = new Set<string>();
    const rows = last.then(async () => {
      if (this.#next === batch) this.#next = null;
      return new Map(await this.#look([...keys]));
    });
    const batch = { keys, rows };
    // That one failed is known to those who shared it.
    this.#last = rows.catch(() => {});
    return batch;
  }
}
