import '../styles/visit.scss';
import { render } from 'preact';
import { patient } from '@front-door/shared/i18n/en/patient.ts';
import { room } from '@front-door/shared/i18n/en/room.ts';
import { start, t } from '../i18n/index.ts';
import { doorOf } from '../net/door.ts';
import { reopenDevices } from '../room/device-choice.ts';
import { InsecurePage } from '../room/InsecurePage.tsx';
import { openVisit } from '../room/visit.ts';
import { Page } from '../ui/Page.tsx';
import { announceChanges } from './announcements.ts';
import { App } from './App.tsx';
import { OverScreen } from './OverScreen.tsx';

start({ patient, room });
const root = document.getElementById('app')!;
const door = doorOf(location);
// Another link in the same window changes nothing but the fragment.
addEventListener('hashchange', () => location.reload());

if (!isSecureContext) {
  render(<InsecurePage />, root);
} else if (door?.by !== 'link') {
  render(
    <Page title={t('patient:overTab')}>
      <OverScreen reason="link_unknown" />
    </Page>,
    root,
  );
} else {
  const visit = await openVisit(door);
  announceChanges(visit);
  reopenDevices(visit.own);
  render(<App visit={visit} />, root);
}
