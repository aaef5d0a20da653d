import '../styles/base.scss';
import { render } from 'preact';
import { pages } from '@front-door/shared/protocol/pages.ts';
import { startInLanguage } from '../i18n/choice.ts';
import { t } from '../i18n/index.ts';
import { forVisitors } from '../i18n/texts/for-visitors.ts';
import { Page } from '../ui/Page.tsx';

/** What somebody finds who comes without a link. */
const Landing = () => (
  <Page title={t('landing:title')}>
    <h1 class="nhsuk-heading-l">{t('landing:title')}</h1>
    <p>{t('landing:what')}</p>
    <h2 class="nhsuk-heading-m">{t('landing:haveLink')}</h2>
    <p>{t('landing:openLink')}</p>
    <p>{t('landing:inApp')}</p>
    <p>{t('landing:brokenLink')}</p>
    <p>{t('landing:noLink')}</p>
    <p>
      <a class="fd-link" href={pages.staff}>
        {t('landing:staff')}
      </a>
    </p>
  </Page>
);

await startInLanguage(forVisitors);
render(<Landing />, document.getElementById('app')!);
