import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { announce } from '../../ui/live-status.tsx';
import { ask } from '../session.ts';

export type Account = HttpReply<'staff.list'>['staff'][number];

/** The practice's accounts. */
export class Accounts {
  readonly list = signal<readonly Account[] | null>(null);
  readonly action = new Action();

  load(): Promise<void> {
    return this.action.run(() => this.#read());
  }

  disable({ id, name }: Account): Promise<void> {
    return this.action.run(async () => {
      await ask('staff.disable', { id });
      announce(t('staff:people.done', { name }));
      await this.#read();
    });
  }

  async #read(): Promise<void> {
    this.list.value = (await ask('staff.list', {})).staff;
  }
}
