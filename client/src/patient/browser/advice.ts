import { t } from '../../i18n/index.ts';
import { lazy } from '../../ui/lazy.tsx';
import { later } from '../later.ts';
import type { WrongBrowser } from './recognise.ts';

/** Most people never see it. */
export const AdviceScreen = lazy(async () => (await later(import('./AdviceScreen.tsx'))).AdviceScreen);

export const adviceTitle = ({ is }: WrongBrowser): string =>
  t(is === 'in_app' ? 'patient:browser.inApp' : 'patient:browser.cannotCall');
