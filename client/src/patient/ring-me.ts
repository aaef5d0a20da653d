import { lazy } from '../ui/lazy.tsx';
import { later } from './later.ts';

/** Nothing is said while it is missing: whoever waits is well without it, and the footer has the practice's number. */
export const RingMe = lazy(
  async () => (await later(import('./RingMe.tsx'))).RingMe,
  () => null,
);
