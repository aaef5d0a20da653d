import { effect } from '@preact/signals';
import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../i18n/index.ts';
import { announceNow } from '../ui/live-status.tsx';
import { announceConnection } from '../room/connection-announcements.ts';
import type { Visit } from '../room/visit.ts';

/** Tells those who do not look at the page what changes for them by itself. */
export function announceChanges(visit: Visit): void {
  announceConnection(visit);
  let before: RoomView['me']['phase'] | undefined;
  effect(() => {
    const phase = visit.connection.view.value?.me.phase;
    if (before === 'waiting' && phase === 'admitted') announceNow(t('patient:call.letIn'));
    before = phase;
  });
}
