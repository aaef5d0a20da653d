import { lazy } from '../ui/lazy.tsx';
import { later } from './later.ts';

/** All in one part, which is fetched while there is something to read. */
const part = () => later(import('./while-waiting/index.ts'));

export const Messages = lazy(async () => (await part()).Messages);
export const HeldScreen = lazy(async () => (await part()).HeldScreen);
/** Nothing is said while it is missing: whoever waits is well without it. */
export const SoundSwitch = lazy(
  async () => (await part()).SoundSwitch,
  () => null,
);
