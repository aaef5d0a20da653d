import type { RoomView } from '@front-door/shared/protocol/views.ts';
import { t } from '../../i18n/index.ts';
import type { VisitConnection } from '../../net/connection.ts';
import { ScreenHeading } from '../../room/ScreenHeading.tsx';
import { LinkButton, TextButton } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RingMe } from '../ring-me.ts';
import { adviceTitle } from './advice.ts';
import { useGiveWay } from './give-way.ts';
import { OtherDevice } from './OtherDevice.tsx';
import type { WrongBrowser } from './recognise.ts';
import { stayHere } from './stay.ts';
import { wayOut } from './way-out.ts';

interface Props {
  browser: WrongBrowser;
  link: string;
  /** The visit as it stands meanwhile; none where the browser is too old for that as well. */
  visit?: { connection: VisitConnection; view: RoomView | null };
}

/** Why this browser will not do, and every way to one that will. */
export function AdviceScreen({ browser, link, visit }: Props) {
  const inApp = browser.is === 'in_app';
  return (
    <div data-testid="browser-advice">
      <ScreenHeading>{adviceTitle(browser)}</ScreenHeading>
      <p class="nhsuk-body-l">{reason(browser)}</p>
      {visit && <Arrived {...visit} />}
      {inApp && <OutOfApp browser={browser} link={link} />}
      <h2 class="nhsuk-heading-s">{t('later:browser.copyTitle')}</h2>
      <p>{t('later:browser.copyHow')}</p>
      <CopyField label={t('later:browser.copyLabel')} text={link} copy={t('later:browser.copy')} />
      <OtherDevice summary={t('later:browser.device.other')} link={link} />
      {inApp && browser.mayTry ? (
        <p>
          <TextButton onClick={() => stayHere(true)} testId="try-here">
            {t('later:browser.inApp.tryHere')}
          </TextButton>
        </p>
      ) : (
        <p>{t('later:browser.phone')}</p>
      )}
      {/* It comes late, and must not move what somebody is about to press. */}
      {visit?.view && <RingMe connection={visit.connection} me={visit.view.me} />}
    </div>
  );
}

function reason(browser: WrongBrowser): string {
  if (browser.is === 'cannot_call') return t(`later:browser.cannotCall.${browser.why}`);
  const { app, mayTry } = browser;
  if (app === null) return t(mayTry ? 'later:browser.inApp.openedUnknown' : 'later:browser.inApp.cannotUnknown');
  return t(mayTry ? 'later:browser.inApp.opened' : 'later:browser.inApp.cannot', { app });
}

/** Said once it is true: staff see the person, and whoever opens the link next takes their place. */
function Arrived({ connection, view }: NonNullable<Props['visit']>) {
  const givesWay = useGiveWay(connection);
  if (view === null || !givesWay.value) return null;
  return (
    <div data-testid="arrived">
      <Notice kind="success" live>
        <p>{t('patient:details.arrived', { practice: view.practice.name })}</p>
        <p>{t('later:browser.keepPlace')}</p>
      </Notice>
    </div>
  );
}

/** By an address that leaves the app where there is one, and by the app's menu. */
function OutOfApp({ browser, link }: { browser: Extract<WrongBrowser, { is: 'in_app' }>; link: string }) {
  const out = wayOut(link, browser.app, browser.platform);
  return (
    <>
      {out !== null && (
        <>
          <LinkButton href={out}>
            {t(out.startsWith('x-safari') ? 'later:browser.inApp.openSafari' : 'later:browser.inApp.open')}
          </LinkButton>
          <h2 class="nhsuk-heading-s">{t('later:browser.inApp.nothing')}</h2>
        </>
      )}
      <p>{t(browser.platform === 'ios' ? 'later:browser.inApp.menuIos' : 'later:browser.inApp.menuAndroid')}</p>
    </>
  );
}
