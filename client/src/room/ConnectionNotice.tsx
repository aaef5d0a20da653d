import { t } from '../i18n/index.ts';
import { Notice } from '../ui/Notice.tsx';
import { restartText } from './restart-text.ts';
import type { Visit } from './visit.ts';

/**
 * Says when this device is cut off, or has no sound and picture, and when the server is about to restart. Shown and not
 * announced: announcing is done apart.
 */
export function ConnectionNotice({ visit }: { visit: Visit }) {
  const reconnecting = visit.connection.state.value.is === 'reconnecting';
  const restart = restartText(visit.connection);
  if (reconnecting || visit.media.state.value === 'failing') {
    return (
      <div data-testid={reconnecting ? 'reconnecting' : 'media-failing'}>
        <Notice kind="warning">{t(reconnecting ? 'room:connection.reconnecting' : 'room:connection.failing')}</Notice>
      </div>
    );
  }
  return restart === null ? null : (
    <div data-testid="restarting">
      <Notice kind="warning">{restart}</Notice>
    </div>
  );
}
