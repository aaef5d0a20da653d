import { signal } from '@preact/signals';
import type { SocketData } from '@front-door/shared/protocol/socket.ts';
import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { FormState } from '../../ui/form-state.ts';
import { isGiven } from '../fields.ts';
import { watch } from '../watch.ts';
import { desk } from './desk.ts';
import { refusalText } from './refusal-text.ts';
import { calledBy } from './who.ts';

type Content = SocketData<'waiting:message'>['message'];

/** Writing to somebody who waits: a text of ours with one tap, or one's own words. */
export class MessageForm {
  readonly text = signal('');
  readonly state = new FormState({ text: () => t('waiting:message.ownMissing') }, refusalText);

  submit(room: WatchedRoom): Promise<void> {
    const text = this.text.value;
    return this.send(room, { text }, { text: isGiven(text) });
  }

  send(room: WatchedRoom, message: Content, checks = {}): Promise<void> {
    const name = calledBy(room);
    return this.state.submit(checks, async () => {
      await watch.desk('waiting:message', { consultationId: room.consultationId, message });
      if ('text' in message) this.text.value = '';
      desk.say(() => t('waiting:result.sent', { name }));
    });
  }
}
