import { signal } from '@preact/signals';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { ApiError } from '../../net/api-error.ts';
import { announce, announceNow } from '../../ui/live-status.tsx';
import { watch } from '../watch.ts';
import type { ActionName } from './actions.ts';
import { onCallIn, openCall } from './call-in.ts';
import { refusalText } from './refusal-text.ts';
import { calledBy } from './who.ts';

/** What is asked before something is done; each has a dialog of its own. */
export type Question = Extract<ActionName, 'message' | 'messages' | 'ring' | 'transfer' | 'remove' | 'finish'>;

/** What came of the last thing that was done. */
interface Result {
  kind: 'success' | 'error';
  text: () => string;
}

/** What staff do from the waiting list, and what came of it. */
class Desk {
  /** The dialog that is open, and what it is about. */
  readonly asked = signal<{ question: Question; consultationId: string } | null>(null);
  readonly result = signal<Result | null>(null);

  /** Begins what the person chose: opens its dialog, or does it, where it is easily undone. */
  begin(action: ActionName, room: WatchedRoom): void {
    const { consultationId } = room;
    const name = calledBy(room);
    this.result.value = null;
    switch (action) {
      case 'call_in':
        return onCallIn(room);
      case 'open':
        return openCall(room);
      case 'no_show':
        return void this.try(
          () => watch.desk('waiting:no-show', { consultationId, noShow: true }),
          () => t('waiting:result.noShow', { name }),
        );
      case 'lift':
        return void this.try(
          () => watch.desk('waiting:no-show', { consultationId, noShow: false }),
          () => t('waiting:result.lifted', { name }),
        );
      case 'message':
      case 'messages':
      case 'ring':
      case 'transfer':
      case 'remove':
      case 'finish':
        this.asked.value = { question: action, consultationId };
    }
  }

  /** Closes the dialog, once what it asked for is done. */
  done(text: () => string): void {
    this.asked.value = null;
    this.say(text);
  }

  say(text: () => string): void {
    this.result.value = { kind: 'success', text };
    announce(text());
  }

  close(): void {
    this.asked.value = null;
  }

  /** Does something that needs no question, and says what came of it. */
  async try(work: () => Promise<void>, text: () => string): Promise<void> {
    try {
      await work();
      this.say(text);
    } catch (thrown) {
      const refusal = ApiError.of(thrown);
      this.result.value = { kind: 'error', text: () => refusalText(refusal) };
      announceNow(refusalText(refusal));
    }
  }
}

export const desk = new Desk();
