import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { Action } from '../../ui/action.ts';
import { ask } from '../session.ts';

export type TrailEntry = HttpReply<'trail.read'>['entries'][number];

/** What one answer holds at most; a shorter one is the last. */
const most = 100;

/** The access trail, newest first, of the practice or of one consultation. */
export class Trail {
  readonly entries = signal<readonly TrailEntry[]>([]);
  readonly action = new Action();
  readonly complete = signal(false);
  readonly #consultationId: string | null;

  constructor(consultationId: string | null) {
    this.#consultationId = consultationId;
  }

  /** Reads on: the newest at first, then what is older. */
  more(): Promise<void> {
    return this.action.run(async () => {
      const oldest = this.entries.value.at(-1);
      const { entries } = await ask('trail.read', {
        ...(oldest && { before: oldest.number }),
        ...(this.#consultationId !== null && { consultationId: this.#consultationId }),
      });
      this.entries.value = [...this.entries.value, ...entries];
      this.complete.value = entries.length < most;
    });
  }
}
