import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { Action } from '../../ui/action.ts';
import { ask } from '../session.ts';

type List = HttpReply<'feedback.list'>;
export type FeedbackEntry = List['entries'][number];

/** What one answer holds at most; a shorter one is the last. */
const most = 100;

/** What the practice's patients said, newest first. */
export class FeedbackList {
  readonly entries = signal<readonly FeedbackEntry[]>([]);
  /** How the last 30 days were rated; null until it is known. */
  readonly lately = signal<List['lately'] | null>(null);
  readonly action = new Action();
  readonly complete = signal(false);

  /** Reads on: the newest at first, then what is older. */
  more(): Promise<void> {
    return this.action.run(async () => {
      const oldest = this.entries.value.at(-1);
      const { lately, entries } = await ask('feedback.list', { ...(oldest && { before: oldest.id }) });
      this.lately.value = lately;
      this.entries.value = [...this.entries.value, ...entries];
      this.complete.value = entries.length < most;
    });
  }
}
