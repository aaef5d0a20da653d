import { useSignal } from '@preact/signals';
import { t } from '../../i18n/index.ts';
import type { VisitConnection } from '../../net/connection.ts';
import type { Visit } from '../../room/visit.ts';
import { Button } from '../../ui/Button.tsx';
import { useCameraListed } from './camera-listed.ts';
import { useGiveWay } from './give-way.ts';
import { OtherDevice } from './OtherDevice.tsx';
import { stayHere } from './stay.ts';

interface Props {
  visit: Visit;
  link: string;
  /** The browser may be to blame: the person stayed in it against advice. */
  inApp: boolean;
}

/** For who has no camera here: the way to a browser that may get it, or to a device that has one. */
export function Elsewhere({ visit: { connection, own }, link, inApp }: Props) {
  const listed = useCameraListed();
  const camera = own.camera.state.value.is;
  if (camera !== 'missing' && (listed.value || camera !== 'off')) return null;
  return (
    <>
      {inApp && (
        <Button kind="secondary" onClick={() => stayHere(false)} testId="leave-app">
          {t('patient:browser.inApp.leave')}
        </Button>
      )}
      <Phone connection={connection} link={link} />
    </>
  );
}

/** The phone takes over unasked as long as the code is shown. */
function Phone({ connection, link }: { connection: VisitConnection; link: string }) {
  const shown = useSignal(false);
  const givesWay = useGiveWay(connection, shown.value);
  return (
    <div data-testid="elsewhere">
      <OtherDevice
        summary={t('patient:browser.device.noCamera')}
        link={link}
        onToggle={(open) => (shown.value = open)}
      />
      {givesWay.value && <p data-testid="gives-way">{t('patient:browser.keepPlace')}</p>}
    </div>
  );
}
