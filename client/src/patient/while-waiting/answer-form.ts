import { signal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import type { VisitConnection } from '../../net/connection.ts';
import { FormState } from '../../ui/form-state.ts';

/** What is being typed; it stays while the person is led to another screen and back. */
const draft = signal('');

/** An answer to the practice, from being typed to being there. */
export class AnswerForm {
  readonly text = draft;
  readonly state = new FormState({ text: () => t('later:message.missing') });
  readonly #connection: VisitConnection;

  constructor(connection: VisitConnection) {
    this.#connection = connection;
  }

  /** True once the server has it. */
  async send(): Promise<boolean> {
    const text = this.text.value.trim();
    let accepted = false;
    await this.state.submit({ text: text !== '' }, async () => {
      await this.#connection.socket.request('visit:reply', { text });
      this.text.value = '';
      accepted = true;
    });
    return accepted;
  }
}
