import { t } from '../i18n/index.ts';
import type { VisitConnection } from '../net/connection.ts';
import { ScreenHeading } from '../room/ScreenHeading.tsx';
import { Button } from '../ui/Button.tsx';

/** The link is open elsewhere: is it the same person, or another? */
export const InUseScreen = ({ connection }: { connection: VisitConnection }) => (
  <div data-testid="in-use-screen">
    <ScreenHeading>{t('patient:inUse')}</ScreenHeading>
    <p>{t('later:inUse.text')}</p>
    <div class="fd-choice">
      <Button onClick={() => connection.start('this_device')} testId="use-this-device">
        {t('later:inUse.thisDevice')}
      </Button>
      <p>{t('later:inUse.thisDeviceText')}</p>
    </div>
    <div class="fd-choice">
      <Button kind="secondary" onClick={() => connection.start('guest')} testId="join-as-guest">
        {t('later:inUse.guest')}
      </Button>
      <p>{t('later:inUse.guestText')}</p>
    </div>
  </div>
);
