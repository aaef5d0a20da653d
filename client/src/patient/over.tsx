import { t } from '../i18n/index.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { lazy, Unreachable } from '../ui/lazy.tsx';
import { later } from './later.ts';

/** Where it is over, or never began. */
export const OverScreen = lazy(async () => (await later(import('./OverScreen.tsx'))).OverScreen, Parting);

function Parting() {
  return (
    <>
      <ScreenHeading>{t('patient:overTab')}</ScreenHeading>
      <Unreachable />
    </>
  );
}
