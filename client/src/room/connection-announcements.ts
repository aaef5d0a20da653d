import { effect } from '@preact/signals';
import { t } from '../i18n/index.ts';
import type { ConnectionState, VisitConnection } from '../net/connection.ts';
import { announce, announceNow } from '../ui/live-status.tsx';

/** Announces that the connection was lost, and that it is back. */
export function announceConnection(connection: VisitConnection): void {
  let before: ConnectionState['is'] = 'connecting';
  effect(() => {
    const { is } = connection.state.value;
    if (is === 'reconnecting') announceNow(t('room:connection.reconnecting'));
    if (is === 'here' && before === 'reconnecting') announce(t('room:connection.back'));
    before = is;
  });
}
