import { effect } from '@preact/signals';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { announce, announceNow } from '../ui/live-status.tsx';
import { nameOf } from '../room/names.ts';
import { newsBetween } from '../room/news.ts';
import { announceConnection } from '../room/connection-announcements.ts';
import type { Visit } from '../room/visit.ts';

/** Tells those who do not look at the page what changes on it by itself. */
export function announceChanges(visit: Visit): void {
  announceConnection(visit);
  let before: RoomView | null = null;
  effect(() => {
    const after = visit.connection.view.value;
    if (before !== null && after !== null) tell(before, after);
    before = after;
  });
}

function tell(before: RoomView, after: RoomView): void {
  if (before.me.phase === 'waiting' && after.me.phase === 'admitted') announceNow(t('patient:call.letIn'));
  const news = newsBetween(before, after).flatMap(({ what, person }) =>
    // Neither is shown to patients and guests.
    what === 'arrived' || what === 'waiting' ? [] : [t(`patient:call.${what}`, { name: nameOf(person) })],
  );
  if (news.length > 0) announce(news.join(' '));
}
