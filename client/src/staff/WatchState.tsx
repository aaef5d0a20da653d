import { t } from '../i18n/index.ts';
import { timeText } from '../i18n/time-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { watch } from './watch.ts';

/** Says when what is shown is not live. */
export function WatchState() {
  switch (watch.state.value) {
    case 'live':
      return <Restarting at={watch.restartsAt.value} />;
    case 'connecting':
      return <p>{t('staff:watch.connecting')}</p>;
    case 'lost':
      return <Notice kind="warning">{t('staff:watch.lost')}</Notice>;
  }
}

const Restarting = ({ at }: { at: number | null }) =>
  at === null ? null : (
    <div data-testid="restarting">
      <Notice kind="warning">{t('staff:watch.restarting', { time: timeText(at) })}</Notice>
    </div>
  );
