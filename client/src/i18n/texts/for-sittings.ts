import type { LaterLoaders } from '../choice.ts';

/** What a clinician reads in a call beside the waiting list, besides what stands on the list. */
export const forSittings: LaterLoaders = {
  en: () => import('@front-door/shared/i18n/en/for-sittings.ts'),
  cy: () => import('@front-door/shared/i18n/cy/for-sittings.ts'),
};
