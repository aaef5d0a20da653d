import type { Listener } from './listener.ts';
import { noneArrived, type Arrived } from './listener.ts';
import type { Speaker } from './speaker.ts';

/** How often it is looked for what is due, ms. */
const tickEvery = 5;

/** Everybody who speaks and listens, driven by one clock. */
export class Load {
  readonly #speakers = new Set<Speaker>();
  readonly #listeners = new Set<Listener>();
  readonly #timer: NodeJS.Timeout;
  #arrived = noneArrived();

  constructor() {
    this.#timer = setInterval(() => this.#tick(performance.now()), tickEvery);
  }

  add(speaker: Speaker, listener: Listener): void {
    this.#speakers.add(speaker);
    this.#listeners.add(listener);
    listener.countInto(this.#arrived);
  }

  /** What arrives from now on, counted as it comes. */
  countAnew(): Arrived {
    this.#arrived = noneArrived();
    for (const listener of this.#listeners) listener.countInto(this.#arrived);
    return this.#arrived;
  }

  get size(): number {
    return this.#speakers.size;
  }

  get everybodyHears(): boolean {
    return [...this.#listeners].every(({ hears }) => hears);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(now: number): void {
    for (const speaker of this.#speakers) speaker.tick(now);
    for (const listener of this.#listeners) listener.tick(now);
  }
}
