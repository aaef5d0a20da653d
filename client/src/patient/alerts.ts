import { effect, untracked } from '@preact/signals';
import type { MessageView, RoomView } from '@front-door/shared/protocol/views.ts';
import { isLetIn } from '../call/wanted.ts';
import type { Visit } from '../room/visit.ts';

/** What a patient should notice at once, wherever they look. */
export type Alert = { what: 'called' } | { what: 'ringing' } | { what: 'message'; message: MessageView };

type Noticed = Pick<RoomView, 'me' | 'messages'>;

/** What there is to notice since the last view; on a page just opened only the telephone, which rings now. */
export function alertsBetween(before: Noticed | null, after: Noticed): Alert[] {
  const { ringingSince } = after.me;
  const alerts: Alert[] = [];
  if (isLetIn(after.me)) return before !== null && waits(before.me) ? [{ what: 'called' }] : [];
  if (ringingSince !== null && ringingSince !== before?.me.ringingSince) alerts.push({ what: 'ringing' });
  if (before === null) return alerts;
  const known = new Set(before.messages.map(({ id }) => id));
  const fresh = after.messages.filter(({ id, from }) => from === 'practice' && !known.has(id));
  return [...alerts, ...fresh.map((message): Alert => ({ what: 'message', message }))];
}

const waits = ({ phase }: RoomView['me']): boolean => phase === 'waiting' || phase === 'held';

/** Calls back at each alert, with the view in which it stands. */
export function onAlert({ connection }: Visit, tell: (alert: Alert, view: RoomView) => void): void {
  let before: RoomView | null = null;
  effect(() => {
    const view = connection.view.value;
    if (view === null) return;
    const alerts = alertsBetween(before, view);
    before = view;
    untracked(() => alerts.forEach((alert) => tell(alert, view)));
  });
}
