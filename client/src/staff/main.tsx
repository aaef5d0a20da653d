import '../styles/staff.scss';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { staff } from '@front-door/shared/i18n/en/staff.ts';
import { start } from '../i18n/index.ts';
import { App } from './App.tsx';
import { session } from './session.ts';
import { watch } from './watch.ts';

start({ staff });

effect(() => {
  if (session.value.is !== 'signed_in') return;
  watch.start();
  return () => watch.stop();
});

render(<App />, document.getElementById('app')!);
