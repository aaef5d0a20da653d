import { isLetIn } from '../call/wanted.ts';
import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import type { VisitConnection } from '../net/connection.ts';

/** What somebody is told of a server that is about to restart; null while it is not. */
export function restartText({ restartsAt, view }: VisitConnection): string | null {
  const at = restartsAt.value;
  if (at === null || view.value === null) return null;
  return isLetIn(view.value.me)
    ? t('room:connection.restartBy', { time: timeText(at) })
    : t('room:connection.restartSoon');
}
