import { effect } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/live-status.tsx';
import type { Visit } from './visit.ts';
import { isStill, toldOf, type Limit } from './weak.ts';

/** For how long pictures must be back before that is said, ms: the first try to get them back may be in vain. */
const settled = 8_000;

/**
 * Tells those who do not look at the call whose connection is weak, and when pictures are back.
 * @returns how to stop
 */
export function announceWeak({ connection }: Visit): () => void {
  const said = new Map<string, Limit>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = () => {
    timer = undefined;
    const view = connection.view.peek();
    if (view === null) return;
    const told = toldOf(view);
    const news = told.filter(({ visitId, limit }) => said.get(visitId) !== limit);
    const wasStill = [...said.values()].some(isStill);
    said.clear();
    for (const { visitId, limit } of told) said.set(visitId, limit);
    const isBack = wasStill && !told.some(({ limit }) => isStill(limit));
    const texts = [...(isBack ? [t('weak:back')] : []), ...news.map(({ text }) => text)];
    if (texts.length > 0) announce(texts.join(' '));
  };

  const stop = effect(() => {
    const view = connection.view.value;
    if (view === null) return;
    const limits = new Map(toldOf(view).map(({ visitId, limit }) => [visitId, limit]));
    const isBetter = [...said].some(([visitId, limit]) => isStill(limit) && !isStill(limits.get(visitId)));
    // From when they came back: better and better is no reason to wait longer.
    if (isBetter) return void (timer ??= setTimeout(say, settled));
    clearTimeout(timer);
    say();
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
