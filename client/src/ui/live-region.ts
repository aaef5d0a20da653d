import { signal } from '@preact/signals';

/** What is said at the moment. A key that changes makes a new element, so that saying the same thing twice is heard twice. */
interface Announcement {
  key: number;
  text: string;
}

/** One live region: what a screen reader is to say next. Two things that happen at the same moment are both said. */
export class LiveRegion {
  readonly #now = signal<Announcement>({ key: 0, text: '' });
  #isDrawn = true;

  get now(): Announcement {
    return this.#now.value;
  }

  say(text: string): void {
    const { key, text: before } = this.#now.peek();
    this.#now.value = { key: key + 1, text: this.#isDrawn ? text : `${before} ${text}` };
    this.#isDrawn = false;
  }

  /** To be told whenever the page shows it; what was said before that has been heard by nobody. */
  handleDrawn(): void {
    this.#isDrawn = true;
  }
}
