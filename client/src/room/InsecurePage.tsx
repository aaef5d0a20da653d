import { t } from '../i18n/index.ts';
import { Page } from '../ui/Page.tsx';
import { ScreenHeading } from './ScreenHeading.tsx';

/** On addresses without https, browsers give pages neither cameras nor microphones. */
export const InsecurePage = () => (
  <Page title={t('room:insecure.title')}>
    <ScreenHeading>{t('room:insecure.title')}</ScreenHeading>
    <p>{t('room:insecure.text')}</p>
  </Page>
);
