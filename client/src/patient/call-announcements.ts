import { effect } from '@preact/signals';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { nameOf } from '../room/names.ts';
import { newsBetween } from '../room/news.ts';
import type { Visit } from '../room/visit.ts';
import { announce } from '../ui/live-status.tsx';

/**
 * Tells those who do not look at the call who is in it, and what changes with the others.
 * @returns how to stop
 */
export function announceOthers({ connection }: Visit): () => void {
  let before: Pick<RoomView, 'people'> = { people: [] };
  return effect(() => {
    const view = connection.view.value;
    if (view === null) return;
    const news = newsBetween(before, view).flatMap(({ what, person }) =>
      // Of these, patients and guests are shown nobody.
      what === 'arrived' || what === 'waiting' || what === 'sentBack' || what === 'held'
        ? []
        : [t(`later:call.${what}`, { name: nameOf(person) })],
    );
    before = view;
    if (news.length > 0) announce(news.join(' '));
  });
}
