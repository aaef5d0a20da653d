import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import type { InvitationEntry } from './patient-invitations.ts';

/** What became of something sent, in words. */
export function stateText({ kind, state, problem, dueAt, sentAt, shown }: InvitationEntry): string {
  const why = problem === null ? '' : t(`staff:invite.problems.${problem}`);
  if (shown !== null) return t('staff:invite.byHand');
  switch (state) {
    case 'queued':
      if (why !== '') return t('staff:invite.again', { why, at: timeText(dueAt ?? 0) });
      return kind === 'reminder' ? t('staff:invite.planned', { at: timeText(dueAt ?? 0) }) : t('staff:invite.queued');
    case 'sending':
      return t('staff:invite.sending');
    case 'sent':
      return t('staff:invite.sent', { at: timeText(sentAt ?? 0) });
    case 'delivered':
      return t('staff:invite.delivered');
    case 'failed':
      return t('staff:invite.failed', { why });
    case 'cancelled':
      return t('staff:invite.cancelled');
  }
}
