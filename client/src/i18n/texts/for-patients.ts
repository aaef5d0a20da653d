import type { Language } from '@front-door/shared/i18n/languages.ts';
import type { PageTexts } from '../index.ts';

/** What a patient reads from the link to goodbye, each language by itself. */
export const forPatients: Record<Language, () => Promise<PageTexts>> = {
  en: () => import('@front-door/shared/i18n/en/for-patients.ts'),
  cy: () => import('@front-door/shared/i18n/cy/for-patients.ts'),
  pl: () => import('@front-door/shared/i18n/pl/for-patients.ts'),
  ro: () => import('@front-door/shared/i18n/ro/for-patients.ts'),
  bn: () => import('@front-door/shared/i18n/bn/for-patients.ts'),
  pa: () => import('@front-door/shared/i18n/pa/for-patients.ts'),
  ur: () => import('@front-door/shared/i18n/ur/for-patients.ts'),
  ar: () => import('@front-door/shared/i18n/ar/for-patients.ts'),
};
