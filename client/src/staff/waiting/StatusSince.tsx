import { t } from '../../i18n/index.ts';
import { timeText } from '../../i18n/time-text.ts';
import { Duration } from '../../ui/Duration.tsx';
import type { Status } from './status.ts';

/** For how long somebody has been in their status; of what is over, when it was. */
export function StatusSince({ status: { is, since } }: { status: Status }) {
  if (since === null) return null;
  switch (is) {
    case 'invited':
    case 'opened':
    case 'checking':
    case 'waiting':
      return <Lasting text={t('waiting:since.here')} since={since} />;
    case 'dropped':
      return <Lasting text={t('waiting:since.away')} since={since} />;
    case 'held':
      return <Lasting text={t('waiting:since.held')} since={since} />;
    case 'in_call':
      return <Lasting text={t('waiting:since.call')} since={since} as="clock" />;
    case 'left':
    case 'no_show':
    case 'ended':
      return <span class="fd-row__since">{t('waiting:since.at', { at: timeText(since) })}</span>;
  }
}

const Lasting = ({ text, since, as = 'words' }: { text: string; since: number; as?: 'words' | 'clock' }) => (
  <span class="fd-row__since">
    {text} <Duration since={since} as={as} />
  </span>
);
