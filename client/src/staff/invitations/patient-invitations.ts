import { computed, signal } from '@preact/signals';
import type { InvitationChannel } from '@front-door/shared/domain/invitations.ts';
import { languageCodes, languages } from '@front-door/shared/i18n/languages.ts';
import type { HttpReply } from '@front-door/shared/protocol/http.ts';
import { t } from '../../i18n/index.ts';
import { Action } from '../../ui/action.ts';
import { FormState } from '../../ui/form-state.ts';
import { isGiven, looksLikeEmail } from '../fields.ts';
import { ask } from '../session.ts';
import { stateText } from './state-text.ts';

type Sent = HttpReply<'invitations.list'>;
export type InvitationEntry = Sent['invitations'][number];

/** Sending a patient the link, and what became of what was sent before. */
export class PatientInvitations {
  readonly channel = signal<InvitationChannel | null>(null);
  readonly number = signal('');
  readonly address = signal('');
  /** By its own name, as it is chosen. */
  readonly language = signal<string>(languages.en.name);
  /** What was sent, and how more can be; null until it is known. */
  readonly sent = signal<Sent | null>(null);
  /** What changed last, in words. */
  readonly news = signal('');
  readonly loading = new Action();
  readonly state = new FormState({
    channel: () => t('staff:invite.channelWrong'),
    to: () => t(this.channel.value === 'email' ? 'staff:invite.addressWrong' : 'staff:invite.numberWrong'),
    language: () => t('staff:invite.languageMissing'),
  });
  /** Whether what is known of one may be other soon. */
  readonly isMoving = computed(
    () => this.sent.value?.invitations.some(({ state }) => ['queued', 'sending', 'sent'].includes(state)) ?? false,
  );
  readonly #id: string;

  constructor(consultationId: string) {
    this.#id = consultationId;
  }

  load(): Promise<void> {
    return this.loading.run(async () => {
      const { channels, phone } = await this.#read();
      this.channel.value ??= channels[0] ?? null;
      if (this.number.value === '') this.number.value = phone ?? '';
    });
  }

  submit(): Promise<void> {
    const channel = this.channel.value;
    const to = channel === 'email' ? this.address.value : this.number.value;
    const language = languageCodes.find((code) => languages[code].name === this.language.value);
    const checks = {
      channel: channel !== null,
      to: channel === 'email' ? looksLikeEmail(to) : isGiven(to),
      language: language !== undefined,
    };
    return this.state.submit(checks, async () => {
      if (channel === null || language === undefined) return;
      const entry = await ask('invitations.send', { id: this.#id, channel, to, language });
      this.news.value = stateText(entry);
      await this.#read();
    });
  }

  /** Says what changed since the last time. */
  refresh(): Promise<void> {
    return this.loading.run(async () => {
      const before = new Map(this.sent.value?.invitations.map((entry) => [entry.id, stateText(entry)]));
      const { invitations } = await this.#read();
      for (const entry of invitations) {
        const text = stateText(entry);
        if ((before.get(entry.id) ?? text) !== text) this.news.value = text;
      }
    });
  }

  async #read(): Promise<Sent> {
    this.sent.value = await ask('invitations.list', { id: this.#id });
    return this.sent.value;
  }
}
