import { lazy } from '../ui/lazy.tsx';
import { later } from './later.ts';

/** Where it is over, or never began. */
export const OverScreen = lazy(async () => (await later(import('./OverScreen.tsx'))).OverScreen);
