import { Violation } from './violation.ts';

const anyMark = /m4rk[0-9a-y]+z/g;
const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const anySecret = /[\w-]{22,}/g;

/** What somebody may hear of: a room, the whole of a practice, or nothing at all. */
export interface Scope {
  practice: string | null;
  /** null for staff, who hear of all of their practice's. */
  room: string | null;
}

/**
 * Knows to whom everything belongs: texts bear the mark of their room or practice, secrets are registered when they
 * are made, and an id belongs where it was first heard.
 */
export class Marks {
  readonly #owners = new Map<string, Scope>();
  /** Ids that only staff have heard so far: of some room of their practice. */
  readonly #ofSomeRoom = new Set<string>();
  #made = 0;

  /** A mark of its own for a room (or for a practice as a whole), to be written into its names and texts. */
  create(owner: Scope): string {
    this.#made += 1;
    const mark = `m4rk${this.#made.toString(35)}z`;
    this.#owners.set(mark, owner);
    return mark;
  }

  /** That an id or a secret is somebody's. */
  register(token: string, owner: Scope): void {
    this.#owners.set(token, owner);
  }

  /** Throws Violation when a message tells somebody of what is none of theirs. */
  check(hearer: Scope, message: unknown): void {
    const text = JSON.stringify(message) ?? '';
    for (const mark of text.match(anyMark) ?? []) this.#demand(hearer, mark, text);
    for (const secret of text.match(anySecret) ?? []) this.#demand(hearer, secret, text);
    for (const id of text.match(anyId) ?? []) {
      this.#learn(id, hearer);
      this.#demand(hearer, id, text);
    }
  }

  /** Throws Violation when something was taken from somebody that names what is none of theirs. */
  checkTaken(speaker: Scope, request: string, message: unknown): void {
    const text = JSON.stringify(message) ?? '';
    for (const id of text.match(anyId) ?? []) {
      const owner = this.#owners.get(id);
      if (owner !== undefined && !isFor(owner, speaker)) {
        throw new Violation('taken from somebody to whom it does not belong', { request, id, owner, speaker });
      }
    }
  }

  #learn(id: string, hearer: Scope): void {
    if (!this.#owners.has(id)) {
      this.#owners.set(id, hearer);
      if (hearer.room === null) this.#ofSomeRoom.add(id);
    } else if (hearer.room !== null && this.#ofSomeRoom.has(id) && this.#owners.get(id)!.practice === hearer.practice) {
      this.#owners.set(id, hearer);
      this.#ofSomeRoom.delete(id);
    }
  }

  #demand(hearer: Scope, token: string, text: string): void {
    const owner = this.#owners.get(token);
    if (owner === undefined) return;
    if (isFor(owner, hearer)) return;
    const at = text.indexOf(token);
    throw new Violation('told of what is another room’s', {
      token,
      owner,
      hearer,
      around: text.slice(Math.max(0, at - 150), at + 80),
    });
  }
}

const isFor = (owner: Scope, somebody: Scope): boolean =>
  owner.practice === somebody.practice &&
  (owner.room === null || somebody.room === null || owner.room === somebody.room);
