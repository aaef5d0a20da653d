import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { linkUrl } from '@front-door/shared/protocol/pages.ts';
import { t } from '../i18n/index.ts';
import { reopenDevices } from '../room/device-choice.ts';
import type { Visit } from '../room/visit.ts';
import { lazy } from '../ui/lazy.tsx';
import { Page } from '../ui/Page.tsx';
import { AdviceScreen, adviceTitle } from './browser/advice.ts';
import { advises } from './browser/advises.ts';
import { WithoutCamera } from './browser/WithoutCamera.tsx';
import type { Recognised } from './browser/recognise.ts';
import { staying } from './browser/stay.ts';
import { ConnectingScreen } from '../room/ConnectingScreen.tsx';
import { DetailsScreen } from './DetailsScreen.tsx';
import { DevicesScreen } from './DevicesScreen.tsx';
import { later } from './later.ts';
import { OverScreen } from './over.ts';
import type { Screen } from './screen.ts';
import { screenOf } from './screen.ts';
import { openCheck } from './visit-check.ts';
import { WaitingScreen } from './WaitingScreen.tsx';

const CallScreen = lazy(async () => (await later(import('./CallScreen.tsx'))).CallScreen);
const InUseScreen = lazy(async () => (await later(import('./InUseScreen.tsx'))).InUseScreen);

/** The patient's one page, from the link to goodbye. */
export function App({ visit, browser, secret }: { visit: Visit; browser: Recognised; secret: string }) {
  const link = linkUrl(location.origin, 'visit', secret);
  const { connection, own } = visit;
  const check = useMemo(() => openCheck(visit), [visit]);
  const correcting = useSignal(false);
  const state = connection.state.value;
  const view = connection.view.value;
  const screen = screenOf(state, view, check.decided.value);
  // Once there is something to read there is time.
  useEffect(() => {
    if (view === null) return;
    CallScreen.preload();
    OverScreen.preload();
  }, [view === null]);
  const wrong = !staying.value && advises(browser, screen, state) ? browser : null;
  return (
    <Page title={title()} practice={view?.practice} wide={wrong === null && screen === 'call'}>
      {draw()}
    </Page>
  );

  function title() {
    if (wrong !== null) return adviceTitle(wrong);
    return state.is === 'reconnecting' ? t('patient:reconnecting.tab') : titleOf(screen);
  }

  function draw() {
    if (wrong !== null) {
      return <AdviceScreen browser={wrong} link={link} visit={{ connection, view }} />;
    }
    if (state.is === 'over') {
      if (screen === 'in_use') return <InUseScreen connection={connection} />;
      const again = () => {
        connection.start();
        reopenDevices(own);
      };
      return <OverScreen key={state.reason} reason={state.reason} secret={secret} onAgain={again} />;
    }
    if (view === null || screen === 'connecting') return <ConnectingScreen state={state} />;
    if (screen === 'details' || (screen === 'waiting' && correcting.value)) {
      return <DetailsScreen connection={connection} view={view} onDone={() => (correcting.value = false)} />;
    }
    if (screen === 'call') return <CallScreen visit={visit} view={view} />;
    return (
      <>
        {screen === 'devices' ? (
          <DevicesScreen visit={visit} view={view} check={check} />
        ) : (
          <WaitingScreen visit={visit} view={view} check={check} onCorrect={() => (correcting.value = true)} />
        )}
        {view.me.role === 'patient' && <WithoutCamera visit={visit} link={link} inApp={browser.is === 'in_app'} />}
      </>
    );
  }
}

function titleOf(screen: Screen): string {
  switch (screen) {
    case 'connecting':
      return t('room:connection.connecting');
    case 'details':
      return t('patient:details.title');
    case 'devices':
      return t('patient:devices.title');
    case 'waiting':
      return t('patient:waiting.tab');
    case 'call':
      return t('patient:call.tab');
    case 'in_use':
      return t('patient:inUse');
    case 'over':
      return t('patient:overTab');
  }
}
