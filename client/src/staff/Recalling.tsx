import { errorText } from '../i18n/error-text.ts';
import { t } from '../i18n/index.ts';
import type { ApiError } from '../net/api-error.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Heading } from './Heading.tsx';
import { recallAtOnce } from './session.ts';

/** While it is not known who is signed in. @param problem why there is no answer yet */
export const Recalling = ({ problem }: { problem: ApiError | null }) => (
  <Page title={t('staff:frame.moment')} staff>
    {problem === null ? (
      <p>{t('staff:frame.loading')}</p>
    ) : (
      <div data-testid="recalling">
        <Heading>{t('staff:frame.moment')}</Heading>
        <Notice kind="error" live>
          <p>{errorText(problem)}</p>
          <p>{t('staff:frame.byItself')}</p>
        </Notice>
        <Button onClick={recallAtOnce}>{t('staff:frame.retry')}</Button>
      </div>
    )}
  </Page>
);
