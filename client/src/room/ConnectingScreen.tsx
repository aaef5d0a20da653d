import { errorText } from '../i18n/error-text.ts';
import { t } from '../i18n/index.ts';
import type { ConnectionState } from '../net/connection.ts';
import { ScreenHeading } from './ScreenHeading.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Usually gone before it is read. */
export const ConnectingScreen = ({ state }: { state: ConnectionState }) => (
  <div data-testid="connecting-screen">
    <ScreenHeading>{t('room:connection.connecting')}</ScreenHeading>
    {state.is === 'connecting' && state.problem !== null && (
      <Notice kind="warning" live>
        <p>{t('room:connection.slow')}</p>
        <p>{errorText({ code: state.problem })}</p>
      </Notice>
    )}
  </div>
);
