import { effect } from '@preact/signals';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { announceConnection } from '../room/connection-announcements.ts';
import { nameOf } from '../room/names.ts';
import { newsBetween } from '../room/news.ts';
import type { Visit } from '../room/visit.ts';
import { announce } from '../ui/live-status.tsx';

/**
 * Tells those who do not look at the page who comes, waits, drops out and goes.
 * @returns how to stop
 */
export function announceChanges(visit: Visit): () => void {
  const stopConnection = announceConnection(visit);
  let before: RoomView | null = null;
  const stopNews = effect(() => {
    const after = visit.connection.view.value;
    const news = before === null || after === null ? [] : newsBetween(before, after);
    before = after;
    if (news.length === 0) return;
    announce(news.map(({ what, person }) => t(`clinician:news.${what}`, { name: nameOf(person) })).join(' '));
  });
  return () => {
    stopConnection();
    stopNews();
  };
}
