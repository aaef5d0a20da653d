import { t } from '../../i18n/index.ts';
import { lazy } from '../../ui/lazy.tsx';
import type { WrongBrowser } from './recognise.ts';

/** Most people never see it. */
export const AdviceScreen = lazy(async () => (await import('./AdviceScreen.tsx')).AdviceScreen);

export const adviceTitle = ({ is }: WrongBrowser): string =>
  t(is === 'in_app' ? 'patient:browser.inApp.title' : 'patient:browser.cannotCall.title');
