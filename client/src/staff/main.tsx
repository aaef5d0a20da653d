import '../styles/staff.scss';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { startInLanguage } from '../i18n/choice.ts';
import { forStaff } from '../i18n/texts/for-staff.ts';
import { keepSession } from '../net/keep-session.ts';
import { App } from './App.tsx';
import { session } from './session.ts';
import { keepAlerting } from './waiting/alerts.ts';
import { watch } from './watch.ts';

await startInLanguage(forStaff);

effect(() => {
  if (session.value.is !== 'signed_in') return;
  watch.start();
  const letGo = keepSession();
  return () => {
    letGo();
    watch.stop();
  };
});

keepAlerting();

render(<App />, document.getElementById('app')!);
