import { useEffect, useMemo } from 'preact/hooks';
import { pages } from '@front-door/shared/protocol/pages.ts';
import { t } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Heading } from '../Heading.tsx';
import { AccountFields } from './AccountFields.tsx';
import { StaffLink } from './staff-link.ts';

export function StaffLinkPage() {
  const link = useMemo(() => new StaffLink(), []);
  useEffect(() => void link.open(), []);
  const state = link.state.value;
  switch (state.is) {
    case 'checking':
      return (
        <Page title={t('staff:link.title')} staff>
          <p>{t('staff:link.checking')}</p>
        </Page>
      );
    case 'refused':
      return (
        <Page title={t('staff:link.refused')} staff>
          <Heading>{t('staff:link.refused')}</Heading>
          <Notice kind="error" live>
            {state.text()}
          </Notice>
          <div class="fd-actions">
            {state.again && (
              <Button kind="secondary" onClick={() => void link.open()}>
                {t('staff:frame.retry')}
              </Button>
            )}
            <LinkButton kind="secondary" href={pages.staff}>
              {t('staff:link.toSignIn')}
            </LinkButton>
          </div>
        </Page>
      );
    case 'make_account':
      return (
        <Page title={t('staff:link.title')} practice={{ name: state.link.practiceName }} staff>
          <Heading>{t('staff:link.title')}</Heading>
          <AccountFields secret={link.secret} link={state.link} />
        </Page>
      );
  }
}
