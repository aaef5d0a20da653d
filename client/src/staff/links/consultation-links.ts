import { signal } from '@preact/signals';
import type { LinkRole } from '@front-door/shared/domain/roles.ts';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { Action } from '../../ui/action.ts';
import { ask } from '../session.ts';

export type LinkEntry = HttpReply<'links.list'>['links'][number];

/** The links into one consultation. */
export class ConsultationLinks {
  readonly links = signal<readonly LinkEntry[]>([]);
  /** The one just made, which nobody can show again. */
  readonly made = signal<{ role: LinkRole; url: string } | null>(null);
  readonly action = new Action();
  readonly #consultationId: string;

  constructor(consultationId: string) {
    this.#consultationId = consultationId;
  }

  load(): Promise<void> {
    return this.action.run(() => this.#read());
  }

  make(role: LinkRole): Promise<void> {
    return this.action.run(async () => {
      const { url } = await ask('links.create', { id: this.#consultationId, role });
      this.made.value = { role, url };
      await this.#read();
    });
  }

  revoke(id: string): Promise<void> {
    return this.action.run(async () => {
      await ask('links.revoke', { id });
      this.made.value = null;
      await this.#read();
    });
  }

  async #read(): Promise<void> {
    const { links } = await ask('links.list', { id: this.#consultationId });
    this.links.value = links;
  }
}
