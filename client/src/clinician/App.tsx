import { useMemo } from 'preact/hooks';
import { reopenDevices } from '../room/device-choice.ts';
import type { Visit } from '../room/visit.ts';
import { Page } from '../ui/Page.tsx';
import { CallScreen } from './CallScreen.tsx';
import { ConnectingScreen } from '../room/ConnectingScreen.tsx';
import { Desk } from './desk.ts';
import { Lobby } from './Lobby.tsx';
import { OverScreen } from './OverScreen.tsx';
import { isCall } from './queue.ts';
import { Questions } from './Questions.tsx';
import { tabTitle, titleOf } from './title.ts';

/** The clinician's page: the waiting room, and the call once somebody was let in. */
export function App({ visit }: { visit: Visit }) {
  const { connection, own } = visit;
  const desk = useMemo(() => new Desk(connection), [connection]);
  const state = connection.state.value;
  const view = connection.view.value;
  const inRoom = (state.is === 'here' || state.is === 'reconnecting') && view !== null;
  return (
    <Page title={tabTitle(state, view)} practice={view?.practice} staff wide={inRoom}>
      {draw()}
    </Page>
  );

  function draw() {
    if (state.is === 'over') {
      const again = () => {
        connection.start();
        reopenDevices(own);
      };
      return <OverScreen key={state.reason} reason={state.reason} onAgain={again} />;
    }
    if (view === null || state.is === 'connecting') return <ConnectingScreen state={state} />;
    const parts = { visit, view, desk };
    return (
      <>
        {isCall(view) ? <CallScreen {...parts} title={titleOf(view)} /> : <Lobby {...parts} />}
        <Questions desk={desk} />
      </>
    );
  }
}
