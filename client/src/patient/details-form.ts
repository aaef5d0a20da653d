import { signal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import type { VisitConnection } from '../net/connection.ts';
import { FormState } from '../ui/form-state.ts';

/** The name and the agreement, from being typed to being accepted. */
export class DetailsForm {
  readonly name;
  readonly agreed;
  readonly state = new FormState({
    name: () => t('patient:details.nameMissing'),
    agreed: () => t('patient:details.agreeMissing'),
  });
  readonly #connection: VisitConnection;

  /** @param name given before; whoever corrects it has agreed before as well */
  constructor(connection: VisitConnection, name: string | null) {
    this.#connection = connection;
    this.name = signal(name ?? '');
    this.agreed = signal(name !== null);
  }

  /** True once the server has it. */
  async submit(): Promise<boolean> {
    const name = this.name.value.trim();
    let accepted = false;
    await this.state.submit({ name: name !== '', agreed: this.agreed.value }, async () => {
      await this.#connection.socket.request('visit:check-in', { name, agreed: true });
      accepted = true;
    });
    return accepted;
  }
}
