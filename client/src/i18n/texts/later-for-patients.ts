import type { Language } from '@front-door/shared/i18n/languages.ts';
import type { SomeTexts } from '../index.ts';

/** What a patient reads in the parts of the page that come later, each language by itself. */
export const laterForPatients: Record<Language, () => Promise<SomeTexts>> = {
  en: () => import('@front-door/shared/i18n/en/later-for-patients.ts'),
  cy: () => import('@front-door/shared/i18n/cy/later-for-patients.ts'),
  pl: () => import('@front-door/shared/i18n/pl/later-for-patients.ts'),
  ro: () => import('@front-door/shared/i18n/ro/later-for-patients.ts'),
  bn: () => import('@front-door/shared/i18n/bn/later-for-patients.ts'),
  pa: () => import('@front-door/shared/i18n/pa/later-for-patients.ts'),
  ur: () => import('@front-door/shared/i18n/ur/later-for-patients.ts'),
  ar: () => import('@front-door/shared/i18n/ar/later-for-patients.ts'),
};
