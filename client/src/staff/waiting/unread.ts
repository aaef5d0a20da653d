import type { MessageView, WatchedRoom } from '@front-door/shared/protocol/views.ts';

/**
 * The patient's answers that nobody has taken up: since the practice last wrote, and since they were last looked at on
 * this device. `seenUntil`: the time of the last message that was, ms.
 */
export function unreadIn({ messages }: Pick<WatchedRoom, 'messages'>, seenUntil: number): MessageView[] {
  const lastOfOurs = messages.findLastIndex(({ from }) => from === 'practice');
  return messages.slice(lastOfOurs + 1).filter(({ at }) => at > seenUntil);
}
