import { effect } from '@preact/signals';
import type { MediaState } from '../call/call-media.ts';
import { t } from '../i18n/index.ts';
import type { ConnectionState } from '../net/connection.ts';
import { announce, announceNow } from '../ui/live-status.tsx';
import { restartText } from './restart-text.ts';
import type { Visit } from './visit.ts';

/**
 * Announces that the connection, or sound and picture, were lost, and that they are back.
 * @returns how to stop
 */
export function announceConnection({ connection, media }: Visit): () => void {
  let connectionBefore: ConnectionState['is'] = 'connecting';
  const stopConnection = effect(() => {
    const { is } = connection.state.value;
    if (is === 'reconnecting') announceNow(t('room:connection.reconnecting'));
    if (is === 'here' && connectionBefore === 'reconnecting') announce(t('room:connection.back'));
    connectionBefore = is;
  });
  let mediaBefore: MediaState = 'closed';
  const stopMedia = effect(() => {
    const now = media.state.value;
    if (now === 'failing') announceNow(t('room:connection.failing'));
    if (now === 'open' && mediaBefore === 'failing') announce(t('room:connection.flowing'));
    mediaBefore = now;
  });
  let restartBefore: string | null = null;
  const stopRestart = effect(() => {
    const restart = restartText(connection);
    if (restart !== null && restart !== restartBefore) announceNow(restart);
    restartBefore = restart;
  });
  return () => {
    stopRestart();
    stopConnection();
    stopMedia();
  };
}
