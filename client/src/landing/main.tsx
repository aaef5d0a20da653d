import '../styles/base.scss';
import { render } from 'preact';
import { pages } from '@front-door/shared/protocol/pages.ts';
import { start, t } from '../i18n/index.ts';
import { Page } from '../ui/Page.tsx';

start({});

/** What somebody finds who comes without a link. */
const Landing = () => (
  <Page title={t('landing.title')}>
    <h1 class="nhsuk-heading-l">{t('landing.title')}</h1>
    <p>{t('landing.what')}</p>
    <h2 class="nhsuk-heading-m">{t('landing.haveLink')}</h2>
    <p>{t('landing.openLink')}</p>
    <p>{t('landing.brokenLink')}</p>
    <p>{t('landing.noLink')}</p>
    <p>
      <a class="fd-link" href={pages.staff}>
        {t('landing.staff')}
      </a>
    </p>
  </Page>
);

render(<Landing />, document.getElementById('app')!);
