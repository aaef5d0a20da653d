import { useSignal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import type { VisitConnection } from '../../net/connection.ts';
import { Button } from '../../ui/Button.tsx';
import { useGiveWay } from './give-way.ts';
import { OtherDevice } from './OtherDevice.tsx';
import { stayHere } from './stay.ts';

interface Props {
  connection: VisitConnection;
  link: string;
  inApp: boolean;
}

/** Somebody at a computer most likely has a phone as well. */
const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Leads out of the app again, and to a phone, which takes over unasked as long as the code for it is shown. */
export function Elsewhere({ connection, link, inApp }: Props) {
  const shown = useSignal(false);
  const givesWay = useGiveWay(connection, shown.value);
  return (
    <div data-testid="elsewhere">
      {inApp && (
        <Button kind="secondary" onClick={() => stayHere(false)} testId="leave-app">
          {t('later:browser.inApp.leave')}
        </Button>
      )}
      <OtherDevice
        summary={t(isPhone() ? 'later:browser.device.other' : 'later:browser.device.noCamera')}
        link={link}
        onToggle={(open) => (shown.value = open)}
      />
      {givesWay.value && <p data-testid="gives-way">{t('later:browser.keepPlace')}</p>}
    </div>
  );
}
