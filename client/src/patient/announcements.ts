import { t } from '../i18n/index.ts';
import { onPageShown } from '../net/network.ts';
import { announceConnection } from '../room/connection-announcements.ts';
import type { Visit } from '../room/visit.ts';
import { announce, announceNow } from '../ui/live-status.tsx';
import { onAlert } from './alerts.ts';
import { messageText } from './message-text.ts';
import { unseen } from './title.ts';

/** Tells those who do not look at the page what changes for them by itself. */
export function announceChanges(visit: Visit): void {
  announceConnection(visit);
  onAlert(visit, (alert, { practice }) => {
    if (document.visibilityState === 'hidden') unseen.value = alert.what;
    switch (alert.what) {
      case 'called':
        return announceNow(t('patient:call.letIn'));
      case 'ringing':
        return announceNow(t('patient:ringing', { practice: practice.name }));
      case 'message':
        return announce(`${t('patient:newMessage')}. ${messageText(alert.message)}`);
    }
  });
  onPageShown(() => (unseen.value = null));
}
