import { t } from '../i18n/index.ts';
import { Notice } from '../ui/Notice.tsx';
import { watch } from './watch.ts';

/** Says when what is shown is not live. */
export function WatchState() {
  switch (watch.state.value) {
    case 'live':
      return null;
    case 'connecting':
      return <p>{t('staff:watch.connecting')}</p>;
    case 'lost':
      return <Notice kind="warning">{t('staff:watch.lost')}</Notice>;
  }
}
