import type { TextLoaders } from '../choice.ts';

/** What a clinician reads inside a consultation. */
export const forClinicians = {
  en: () => import('@front-door/shared/i18n/en/for-clinicians.ts'),
} satisfies TextLoaders;
