import { t } from '../i18n/index.ts';
import type { ConnectionState } from '../net/connection.ts';
import { ConnectingProblem } from './ConnectingProblem.tsx';
import { ScreenHeading } from './ScreenHeading.tsx';

/** Usually gone before it is read. */
export const ConnectingScreen = ({ state }: { state: ConnectionState }) => (
  <div data-testid="connecting-screen">
    <ScreenHeading>{t('room:connection.connecting')}</ScreenHeading>
    <ConnectingProblem state={state} />
  </div>
);
