import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { FormState } from '../../ui/form-state.ts';
import { announce } from '../../ui/live-status.tsx';
import { isGiven } from '../fields.ts';
import { ask } from '../session.ts';

export type ApiKey = HttpReply<'api-keys.list'>['apiKeys'][number];

/** The practice's keys for other systems. */
export class ApiKeys {
  readonly list = signal<readonly ApiKey[] | null>(null);
  readonly action = new Action();
  readonly name = signal('');
  readonly form = new FormState({ name: () => t('staff:apiKeys.nameMissing') });
  /** The key just made, which nobody can show again. */
  readonly made = signal<{ id: string; name: string; key: string } | null>(null);

  load(): Promise<void> {
    return this.action.run(() => this.#read());
  }

  create(): Promise<void> {
    const name = this.name.value;
    return this.form.submit({ name: isGiven(name) }, async () => {
      this.made.value = { name, ...(await ask('api-keys.create', { name })) };
      announce(t('staff:apiKeys.ready'));
      this.name.value = '';
      await this.load();
    });
  }

  revoke({ id, name }: ApiKey): Promise<void> {
    return this.action.run(async () => {
      await ask('api-keys.revoke', { id });
      announce(t('staff:apiKeys.done', { name }));
      if (this.made.value?.id === id) this.made.value = null;
      await this.#read();
    });
  }

  async #read(): Promise<void> {
    this.list.value = (await ask('api-keys.list', {})).apiKeys;
  }
}
