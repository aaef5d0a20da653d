import { signal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import { api } from '../../net/api.ts';
import { FormState } from '../../ui/form-state.ts';

/** How the call was, from being chosen to being known to the practice. */
export class FeedbackForm {
  readonly rating = signal<number | null>(null);
  readonly text = signal('');
  readonly isGiven = signal(false);
  readonly state = new FormState({ rating: () => t('later:feedback.missing') });
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  send(): Promise<void> {
    const rating = this.rating.value;
    const text = this.text.value.trim();
    return this.state.submit({ rating: rating !== null }, async () => {
      await api('feedback.give', { secret: this.#secret, rating: rating!, ...(text && { text }) });
      this.isGiven.value = true;
    });
  }
}
