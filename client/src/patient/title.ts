import { signal } from '@preact/signals';
import type { QueueView, RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import type { ConnectionState } from '../net/connection.ts';
import type { Alert } from './alerts.ts';
import { placeText } from './queue/queue-text.ts';
import type { Screen } from './screen.ts';

/** What happened last while the page was hidden behind others; null once it is looked at. */
export const unseen = signal<Alert['what'] | null>(null);

interface Shown {
  connection: ConnectionState;
  view: RoomView | null;
  queue: QueueView | null;
  unseen: Alert['what'] | null;
}

/** What the tab says: whatever the person should come back for, else where they are. */
export function titleOf(screen: Screen, shown: Shown): string {
  const { connection, view } = shown;
  if (connection.is === 'reconnecting') return t('patient:reconnecting.tab');
  const isRung = view !== null && view.me.ringingSince !== null && screen !== 'call';
  if (isRung && connection.is === 'here') return t('patient:ringing', { practice: view.practice.name });
  if (shown.unseen === 'called' && screen === 'call') return t('patient:call.letIn');
  if (shown.unseen === 'message' && connection.is === 'here') return t('patient:newMessage');
  return titleOfScreen(screen, shown.queue);
}

function titleOfScreen(screen: Screen, queue: QueueView | null): string {
  switch (screen) {
    case 'connecting':
      return t('room:connection.connecting');
    case 'details':
      return t('patient:details.title');
    case 'devices':
      return t('patient:devices.title');
    case 'waiting':
      return placeText(queue) ?? t('patient:waiting.tab');
    case 'held':
      return t('patient:held');
    case 'call':
      return t('patient:call.tab');
    case 'in_use':
      return t('patient:inUse');
    case 'over':
      return t('patient:overTab');
  }
}
