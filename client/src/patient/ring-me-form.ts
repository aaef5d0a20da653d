import { signal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import type { VisitConnection } from '../net/connection.ts';
import { Action } from '../ui/action.ts';
import { FormState } from '../ui/form-state.ts';

/** The number to be rung on, from being typed to being known to the practice, and taken back. */
export class RingMeForm {
  readonly phone;
  readonly state = new FormState({ phone: () => t('later:ring.phoneMissing') });
  readonly takingBack = new Action();
  readonly #connection: VisitConnection;

  /** @param phone given before */
  constructor(connection: VisitConnection, phone: string) {
    this.#connection = connection;
    this.phone = signal(phone);
  }

  /** True once the server has it. */
  async send(): Promise<boolean> {
    const phone = this.phone.value.trim();
    let accepted = false;
    await this.state.submit({ phone: phone !== '' }, async () => {
      await this.#connection.socket.request('visit:ring-me', { phone });
      accepted = true;
    });
    return accepted;
  }

  takeBack(): Promise<void> {
    return this.takingBack.run(async () => {
      await this.#connection.socket.request('visit:ring-me', { phone: null });
    });
  }
}
