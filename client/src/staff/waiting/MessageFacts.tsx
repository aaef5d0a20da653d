import type { WatchedRoom } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import { TextButton } from '../../ui/Button.tsx';
import { actionLabel } from './action-text.ts';
import { desk } from './desk.ts';
import { seenUntil } from './seen-messages.ts';
import { unreadIn } from './unread.ts';

/** How many messages there are, and how many answers nobody has read; the way to them. */
export function MessageFacts({ room }: { room: WatchedRoom }) {
  const { messages, consultationId } = room;
  if (messages.length === 0) return null;
  const unread = unreadIn(room, seenUntil(consultationId)).length;
  const text =
    unread > 0 ? t('waiting:row.unread', { count: unread }) : t('waiting:row.messages', { count: messages.length });
  return (
    <li class={unread > 0 ? 'fd-facts__one fd-facts__one--unread' : 'fd-facts__one'} data-testid="row-messages">
      <TextButton onClick={() => desk.begin('messages', room)} label={`${text}: ${actionLabel('messages', room)}`}>
        {text}
      </TextButton>
    </li>
  );
}
