import '../styles/clinician.scss';
import { render } from 'preact';
import { startInLanguage } from '../i18n/choice.ts';
import { t } from '../i18n/index.ts';
import { forClinicians } from '../i18n/texts/for-clinicians.ts';
import { doorOf } from '../net/door.ts';
import { keepSession } from '../net/keep-session.ts';
import { recallChoice } from '../room/device-choice.ts';
import { InsecurePage } from '../room/InsecurePage.tsx';
import { openVisit } from '../room/visit.ts';
import { Page } from '../ui/Page.tsx';
import { announceChanges } from './announcements.ts';
import { App } from './App.tsx';
import { OverScreen } from './OverScreen.tsx';

const readable = startInLanguage(forClinicians);
const root = document.getElementById('app')!;
const door = doorOf(location);
// Another link in the same window changes nothing but the fragment.
addEventListener('hashchange', () => location.reload());

if (!isSecureContext) {
  await readable;
  render(<InsecurePage />, root);
} else if (door === null) {
  await readable;
  render(
    <Page title={t('clinician:title')} staff>
      <OverScreen reason="link_unknown" />
    </Page>,
    root,
  );
} else {
  // What is said and what is read come at the same time.
  const [visit] = await Promise.all([openVisit(door), readable]);
  announceChanges(visit);
  if (door.by === 'staff') keepSession();
  // Clinicians know what the browser will ask, and patients are waiting.
  void visit.own.open(recallChoice() ?? undefined);
  render(<App visit={visit} />, root);
}
