import '../styles/arrival-words.scss';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { startInLanguage } from '../i18n/choice.ts';
import { forCallers } from '../i18n/texts/for-callers.ts';
import type { NotIn } from './arrive.ts';
import { ArrivalPage } from './ArrivalPage.tsx';

const shown = signal<NotIn>({ is: 'trying', because: null });
let isDrawn = false;

/** Tells why the person is not in; again when that changes. `again` is what the person may try. */
export async function show(what: NotIn, again: () => void): Promise<void> {
  shown.value = what;
  if (isDrawn) return;
  isDrawn = true;
  await startInLanguage(forCallers);
  render(<ArrivalPage shown={shown} onAgain={again} />, document.getElementById('app')!);
}
