import { signal } from '@preact/signals';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { announce } from '../../ui/live-status.tsx';
import { ask } from '../session.ts';

export type Clinic = HttpReply<'clinics.list'>['clinics'][number];

/** The practice's clinics. */
export class Clinics {
  /** null until they are loaded. */
  readonly known = signal<HttpReply<'clinics.list'> | null>(null);
  readonly action = new Action();

  load(): Promise<void> {
    return this.action.run(() => this.#read());
  }

  close({ id, name }: Clinic): Promise<void> {
    return this.action.run(async () => {
      await ask('clinics.close', { id });
      announce(t('clinics:close.done', { clinic: name }));
      await this.#read();
    });
  }

  async #read(): Promise<void> {
    this.known.value = await ask('clinics.list', {});
  }
}
