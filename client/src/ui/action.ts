import { signal } from '@preact/signals';
import { errorText } from '../i18n/error-text.ts';
import { ApiError } from '../net/api-error.ts';

/** Something a page asks for outside a form: whether it is on its way, and what went wrong with it. */
export class Action {
  readonly busy = signal(false);
  /** What to tell the person; null while all is well. */
  readonly problem = signal<string | null>(null);

  /** Runs it unless it is running already. What goes wrong becomes {@link problem}. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.problem.value = null;
    try {
      await work();
    } catch (thrown) {
      this.problem.value = errorText(ApiError.of(thrown));
    } finally {
      this.busy.value = false;
    }
  }
}
