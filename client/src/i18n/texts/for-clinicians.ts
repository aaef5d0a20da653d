import type { TextLoaders } from '../choice.ts';

/** What a clinician reads inside a consultation. */
export const forClinicians: TextLoaders = {
  en: () => import('@front-door/shared/i18n/en/for-clinicians.ts'),
  cy: () => import('@front-door/shared/i18n/cy/for-clinicians.ts'),
};
