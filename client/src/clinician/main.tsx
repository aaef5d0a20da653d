import '../styles/clinician.scss';
import { render } from 'preact';
import { clinician } from '@front-door/shared/i18n/en/clinician.ts';
import { room } from '@front-door/shared/i18n/en/room.ts';
import { start, t } from '../i18n/index.ts';
import { doorOf } from '../net/door.ts';
import { recallChoice } from '../room/device-choice.ts';
import { InsecurePage } from '../room/InsecurePage.tsx';
import { openVisit } from '../room/visit.ts';
import { Page } from '../ui/Page.tsx';
import { announceChanges } from './announcements.ts';
import { App } from './App.tsx';
import { OverScreen } from './OverScreen.tsx';

start({ clinician, room });
const root = document.getElementById('app')!;
const door = doorOf(location);
// Another link in the same window changes nothing but the fragment.
addEventListener('hashchange', () => location.reload());

if (!isSecureContext) {
  render(<InsecurePage />, root);
} else if (door === null) {
  render(
    <Page title={t('clinician:title')} staff>
      <OverScreen reason="link_unknown" />
    </Page>,
    root,
  );
} else {
  const visit = await openVisit(door);
  announceChanges(visit);
  // Clinicians know what the browser will ask, and patients are waiting.
  void visit.own.open(recallChoice() ?? undefined);
  render(<App visit={visit} />, root);
}
