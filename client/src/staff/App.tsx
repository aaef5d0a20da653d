import { useEffect } from 'preact/hooks';
import { pages } from '@front-door/shared/protocol/pages.ts';
import { errorText } from '../i18n/error-text.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { StaffLinkPage } from './link/StaffLinkPage.tsx';
import { pageAt } from './pages.ts';
import { place } from './router.ts';
import { recallSession, session } from './session.ts';
import { SignInPage } from './SignInPage.tsx';
import { StaffPage } from './StaffPage.tsx';

/** The staff's page: what the address names, for who is signed in. */
export const App = () =>
  place.value.path === pages.staffLink ? <StaffLinkPage key={place.value.hash} /> : <SignedInOnly />;

function SignedInOnly() {
  useEffect(() => {
    if (session.value.is === 'unknown') void recallSession();
  }, []);
  const now = session.value;
  switch (now.is) {
    case 'signed_out':
      return <SignInPage because={now.because} />;
    case 'signed_in':
      return <StaffPage staff={now.staff} page={pageAt(place.value.path, now.staff)} />;
    case 'unknown':
      return (
        <Page title={t('staff:frame.consultations')} staff>
          {now.problem ? (
            <>
              <Notice kind="error" live>
                {errorText(now.problem)}
              </Notice>
              <Button onClick={() => void recallSession()}>{t('staff:frame.retry')}</Button>
            </>
          ) : (
            <p>{t('staff:frame.loading')}</p>
          )}
        </Page>
      );
  }
}
