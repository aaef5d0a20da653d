import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { linkUrl } from '@front-door/shared/protocol/pages.ts';
import { reopenDevices } from '../room/device-choice.ts';
import type { Visit } from '../room/visit.ts';
import { lazy } from '../ui/lazy.tsx';
import { Page, type PracticeName } from '../ui/Page.tsx';
import { AdviceScreen, adviceTitle } from './browser/advice.ts';
import { advises } from './browser/advises.ts';
import { WithoutCamera } from './browser/WithoutCamera.tsx';
import type { Recognised } from './browser/recognise.ts';
import { staying } from './browser/stay.ts';
import { ConnectingScreen } from '../room/ConnectingScreen.tsx';
import { DetailsScreen } from './DetailsScreen.tsx';
import { DevicesScreen } from './DevicesScreen.tsx';
import { later } from './later.ts';
import { OverScreen } from './over.tsx';
import { queueOf } from './queue/queue-of.ts';
import { Ringing } from './Ringing.tsx';
import { screenOf } from './screen.ts';
import { titleOf, unseen } from './title.ts';
import { openCheck } from './visit-check.ts';
import { WaitingScreen } from './WaitingScreen.tsx';
import { HeldScreen, Messages } from './while-waiting.ts';

const CallScreen = lazy(async () => (await later(import('./CallScreen.tsx'))).CallScreen);
const InUseScreen = lazy(async () => (await later(import('./InUseScreen.tsx'))).InUseScreen);

/** The patient's one page, from the link to goodbye. */
export function App({ visit, browser, secret }: { visit: Visit; browser: Recognised; secret: string }) {
  const link = linkUrl(location.origin, 'visit', secret);
  const { connection, own } = visit;
  const check = useMemo(() => openCheck(visit), [visit]);
  const correcting = useSignal(false);
  const farewell = useSignal<PracticeName | undefined>(undefined);
  const state = connection.state.value;
  const view = connection.view.value;
  const screen = screenOf(state, view, check.decided.value);
  // Once there is something to read there is time, unless that is a call which still has to begin.
  const nearsCall = view !== null || visit.comesIntoCall.value;
  const hasTime = view !== null && (screen !== 'call' || visit.media.remote.value.length > 0);
  const soon = hasTime ? [CallScreen, OverScreen, Messages, HeldScreen] : nearsCall ? [CallScreen] : [];
  useEffect(() => {
    for (const { preload } of soon) preload();
  }, [soon.length]);
  const wrong = !staying.value && advises(browser, screen, state) ? browser : null;
  return (
    <Page title={title()} practice={view?.practice ?? farewell.value} wide={wrong === null && screen === 'call'}>
      {view !== null && state.is !== 'over' && screen !== 'call' && <Ringing view={view} />}
      {draw()}
    </Page>
  );

  function title() {
    if (wrong !== null) return adviceTitle(wrong);
    return titleOf(screen, { connection: state, view, queue: queueOf(connection), unseen: unseen.value });
  }

  function draw() {
    if (wrong !== null) {
      return (
        <>
          <AdviceScreen browser={wrong} link={link} visit={{ connection, view }} />
          {view !== null && view.messages.length > 0 && <Messages connection={connection} view={view} />}
        </>
      );
    }
    if (state.is === 'over') {
      if (screen === 'in_use') return <InUseScreen connection={connection} />;
      const again = () => {
        connection.start();
        reopenDevices(own);
      };
      return (
        <OverScreen
          key={state.reason}
          reason={state.reason}
          secret={secret}
          onPractice={(practice) => (farewell.value = practice)}
          onAgain={again}
        />
      );
    }
    if (view === null || screen === 'connecting') return <ConnectingScreen state={state} />;
    if (screen === 'details' || (screen === 'waiting' && correcting.value)) {
      return <DetailsScreen visit={visit} view={view} onDone={() => (correcting.value = false)} />;
    }
    if (screen === 'held') return <HeldScreen visit={visit} view={view} />;
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
