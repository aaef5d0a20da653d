import '../net/early.ts';
import '../styles/visit.scss';
import { render } from 'preact';
import { startInLanguage } from '../i18n/choice.ts';
import { t } from '../i18n/index.ts';
import { forPatients } from '../i18n/texts/for-patients.ts';
import { linkUrl, pages } from '@front-door/shared/protocol/pages.ts';
import { doorOf } from '../net/door.ts';
import { reopenDevices } from '../room/device-choice.ts';
import { InsecurePage } from '../room/InsecurePage.tsx';
import { openVisit } from '../room/visit.ts';
import { lazy } from '../ui/lazy.tsx';
import { Page } from '../ui/Page.tsx';
import { announceChanges } from './announcements.ts';
import { App } from './App.tsx';
import { AdviceScreen, adviceTitle } from './browser/advice.ts';
import { factsOf } from './browser/facts.ts';
import { recognise } from './browser/recognise.ts';
import { later } from './later.ts';
import { OverScreen } from './over.tsx';

/** Its parts use parts of this one: they come once this one is through. */
const CheckPage = lazy(async () => (await later(import('./CheckPage.tsx'))).CheckPage);

const readable = startInLanguage(forPatients);
const root = document.getElementById('app')!;
const door = doorOf(location);
const browser = recognise(navigator.userAgent, factsOf(window));
// Another link in the same window changes nothing but the fragment.
addEventListener('hashchange', () => location.reload());

if (browser.is === 'cannot_call' && browser.why === 'insecure') {
  await readable;
  render(<InsecurePage />, root);
} else if (location.pathname === pages.check) {
  await readable;
  render(<CheckPage />, root);
} else if (door?.by !== 'link') {
  await readable;
  render(
    <Page title={t('patient:overTab')}>
      <OverScreen reason="link_unknown" />
    </Page>,
    root,
  );
} else if (browser.is === 'cannot_call' && browser.why === 'too_old') {
  await readable;
  render(
    <Page title={adviceTitle(browser)}>
      <AdviceScreen browser={browser} link={linkUrl(location.origin, 'visit', door.secret)} />
    </Page>,
    root,
  );
} else {
  // The connection need not wait for the words.
  const [visit] = await Promise.all([openVisit(door), readable]);
  announceChanges(visit);
  reopenDevices(visit.own);
  render(<App visit={visit} browser={browser} secret={door.secret} />, root);
}
